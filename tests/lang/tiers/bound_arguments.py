"""Calls whose arguments have to be bound, in code that runs often: *args, **kwargs, defaults, keyword-only parameters."""
import sys

TURNS = 3000


def counted(f):
    count = 0

    def wrapper(*args, **kwargs):
        nonlocal count
        count += 1
        return f(*args, **kwargs)

    return wrapper, lambda: count


def plain(a, b=2, *rest, c=3, **more):
    return a + b * c + len(rest) + more.get("d", 0)


def nothing(*args):
    return args


def names(**kwargs):
    return kwargs


def only(*, key, other=5):
    return key * other


def mixed(a, /, b, *, c):
    return a, b, c


class Thing:
    def __init__(self, *args, **kwargs):
        self.args = args
        self.kwargs = kwargs

    def method(self, x, *args, y=1, **kwargs):
        return x + y + sum(args) + len(kwargs)

    def cell(self, *args, **kwargs):
        def inner():
            return args, sorted(kwargs)

        args = args[1:]
        return inner()


def calls(n):
    wrapped, count = counted(plain)
    total = 0
    thing = Thing()
    for i in range(n):
        total += wrapped(i)
        total += wrapped(i, 1)
        total += wrapped(i, c=i & 3)
        total += wrapped(i, 1, 2, 3, d=i & 1)
        total += wrapped(*(i, 2), **{"c": 4})
        total += wrapped(i, *[1, 2], c=1, **{"d": 1})
        total += len(nothing()) + len(nothing(i)) + len(nothing(*[i, i])) + len(names(a=1, **{"b": 2}))
        total += only(key=i) + only(key=i, other=2)
        total += mixed(i, b=1, c=2)[0] + mixed(i, 1, c=3)[2]
        total += thing.method(i) + thing.method(i, 1, 2, y=3) + thing.method(x=i, z=1)
        total += len(thing.cell(1, 2, a=3)[0])
        total += len(Thing(i, b=2).kwargs)
    return total, count()


print(calls(TURNS))


def wrong(n):
    """Arguments that do not fit raise where they always did."""
    seen = {}
    wrapped, _ = counted(mixed)
    for i in range(n):
        for args, kwargs in (
            ((1,), {}),
            ((1, 2), {"c": 3, "a": 4}),
            ((1, 2, 3), {}),
            ((1, 2), {"d": 1}),
            ((1, 2), {"c": 1, "b": 1}),
            ((1, 2), {"c": 1}),
            ((1, 2), {1: 2}),
        ):
            try:
                result = wrapped(*args, **kwargs)
            except TypeError as error:
                result = str(error)
            seen[result] = seen.get(result, 0) + 1
        try:
            only(**{"key": 1}, **{"key": 2})
        except TypeError as error:
            seen[str(error)] = seen.get(str(error), 0) + 1
    return seen


for result, times in wrong(TURNS // 10).items():
    print(result, times)


def odd_names(n):
    found = set()
    for i in range(n):
        found.add(ascii(names(**{"\ud800": i % 2, "a b": 1})))
    return sorted(found)


print(odd_names(TURNS))


def changing(n):
    """Defaults, keyword defaults and code that change while the function is called."""

    def f(a, b=1, *, c=2):
        return a, b, c

    def g(*args, **kwargs):
        return "g", args, sorted(kwargs)

    results = []
    for i in range(n):
        if i == n // 4:
            f.__defaults__ = (10,)
        elif i == n // 2:
            f.__kwdefaults__["c"] = 20
        elif i == 3 * n // 4:
            f.__code__ = g.__code__
        result = f(0), f(0, c=1), f(*(5,)), f(*(5, 6), **{"c": 7})
        if not results or results[-1] != result:
            results.append(result)
    return results


for result in changing(TURNS):
    print(result)


def here(*args, **kwargs):
    frame = sys._getframe()
    return frame.f_code.co_name, sorted(frame.f_locals), frame.f_back.f_code.co_name


def seen(n):
    for i in range(n):
        result = here(i, *(1,), k=2, **{"l": 3})
    return result


print(seen(TURNS))


def failing(*args, **kwargs):
    return 1 // args[0]


def lines(n):
    found = set()
    wrapped, _ = counted(failing)
    for i in range(n):
        try:
            wrapped(0, *(), k=1)
        except ZeroDivisionError as error:
            tb = error.__traceback__
            path = []
            while tb is not None:
                path.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
                tb = tb.tb_next
            found.add(tuple(path))
    return found


print(lines(TURNS // 3))


def deep(*args):
    return deep(*args) if args else None


for _ in range(3):
    try:
        deep(1)
    except RecursionError as error:
        print(error)

print(list(map(lambda *args, k=3: len(args) + k, range(3), range(3))))
print(sum(map(lambda x, y=1: x + y, range(TURNS))))
