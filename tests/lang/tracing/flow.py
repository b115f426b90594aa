# The events of sys.settrace for statements that branch and loop.
import sys

events = []


def record(frame, event, arg):
    shown = type(arg).__name__ if " at 0x" in repr(arg) else repr(arg)
    if event == "exception":
        shown = f"{arg[0].__name__} {arg[1]} {arg[2] is not None}"
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, shown))
    return record


def show(func, *args):
    events.clear()
    sys.settrace(record)
    try:
        func(*args)
    except Exception as error:
        sys.settrace(None)
        print("raised", repr(error))
    sys.settrace(None)
    print(func.__name__)
    for each in events:
        print("  ", *each)


def branches(n):
    if n > 1 and n < 5:
        x = 1
    elif n:
        x = 2
    else:
        x = 3
    y = (x if n else
         0)
    return x


def loops():
    for i in range(2):
        if i:
            continue
        j = i
    else:
        k = 1
    while k < 3: k += 1
    while True:
        break
    for a in (): pass
    for b in [1,
              2]:
        pass
    for c in "ab": c; c


def one_line(): return [i for i in range(2)]


def several_lines():
    total = sum(
        [
            1,
            2,
        ]
    )
    text = f"{total}" \
        "x"
    a, b = (1,
            2)
    assert total, (
        "no")
    del text
    global later
    later = 1
    pass


def nested():
    def inner(a, b=1):
        return a
    f = lambda x: (x,
                   inner(x))
    return f(1)


show(branches, 2)
show(branches, 7)
show(branches, 0)
show(loops)
show(one_line)
show(several_lines)
show(nested)
