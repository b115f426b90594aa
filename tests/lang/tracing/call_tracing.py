# sys.call_tracing() traces a call made by a trace function.
import sys

events = []


def inner(frame, event, arg):
    events.append(("inner", frame.f_code.co_name, event))
    return inner


def called(a, b):
    x = a + b
    return x


def outer(frame, event, arg):
    events.append(("outer", frame.f_code.co_name, event))
    if event == "line" and frame.f_code.co_name == "work" and not any(e[0] == "inner" for e in events):
        events.append(("result", sys.call_tracing(called, (1, 2)), ""))
        called(3, 4)
        sys.settrace(inner)
        sys.call_tracing(called, (5, 6))
        sys.settrace(outer)
    return outer


def work():
    x = 1
    y = 2


sys.settrace(outer)
work()
sys.settrace(None)
for each in events:
    print(*each)
for args in ((len, [1]), (5, ()), (len, ())):
    try:
        print(sys.call_tracing(*args))
    except TypeError as error:
        print(error)
