"""Builtins, slices and iterators in hot loops: what they raise, what they see of the frame, what changes under them."""
import sys
import traceback


def formats(n):
    parts = []
    for i in range(n):
        parts.append("{}-{}".format(i, -i))
        parts.append("%s|%5.1f" % (i, i / 4))
        parts.append(str(i)[::-1])
        parts.append("abcdef"[i % 9 - 4:i % 5 + 1])
        parts.append("ab" * (i % 4 - 1))
    return hash(",".join(parts)) == hash(",".join(list(parts))), len("".join(parts))


def slices(n):
    items = list(range(10))
    pair = (1, 2, 3)
    out = []
    for i in range(n):
        out.append((items[i % 12 - 6:], items[:i % 12 - 6], items[i % 3::2], pair[:], pair[1:][::-1]))
    return out[-13:], items[:] is items, out[0][3] is pair


def raising(n):
    found = []
    for i in range(n):
        try:
            found.append("{} {}".format(i))
        except IndexError as error:
            if i in (0, n - 1):
                found.append((str(error), error.__traceback__.tb_lineno - raising.__code__.co_firstlineno))
    return found


def late(n):
    total = 0
    for i in range(n):
        total += int("%d" % i if i != n - 3 else "x%d" % i)
    return total


def growing(n):
    items = [0]
    for item in items:
        if item < n:
            items.append(item + 1)
    rest = iter(items)
    out = []
    for item in rest:
        out.append(item)
        if item % 7 == 0:
            next(rest, None)
    return len(items), sum(out), list(rest)


def mixed(n):
    out = 0
    for i in range(n):
        for each in ([1, 2, 3], (4, 5), "67", {8: 9}, range(2), [], ())[i % 7 if i < n - 20 else i % 5]:
            out += int(each)
    return out


def locals_seen(n):
    seen = []
    for i in range(n):
        double = i * 2
        if i % 100 == 99:
            seen.append(sorted(vars().items(), key=str)[0])
            seen.append(sys._getframe().f_locals["double"])
    return seen


def traced(n):
    lines = []

    def tracer(frame, event, arg):
        if event == "line":
            lines.append(frame.f_lineno - traced.__code__.co_firstlineno)
        return tracer

    for i in range(n):
        if i == n - 2:
            sys._getframe().f_trace = tracer
            sys.settrace(tracer)
        value = i + 1
        if i == n - 1:
            sys.settrace(None)
    return lines, value


def indexes(n):
    text = "hello"
    out = []
    for i in range(n):
        try:
            out.append(text[i % 7] + text[-1 - i % 6])
        except IndexError as error:
            out.append(str(error))
    return "".join(out[-9:])


for size in (3, 130, 700):
    print(formats(size), slices(size))
    print(raising(size)[::max(1, size - 1)])
    try:
        print(late(size))
    except ValueError:
        print(traceback.format_exc())
    print(growing(size), mixed(size), indexes(size))
    print(locals_seen(size)[:4], traced(size))
