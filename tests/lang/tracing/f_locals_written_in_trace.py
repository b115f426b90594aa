# What a trace function writes to f_locals: variables, cells, names of a class body; and when it is read back.
import sys


def writer(frame, event, arg):
    if event == "line" and frame.f_code.co_name in watched:
        name, value = watched[frame.f_code.co_name]
        frame.f_locals[name] = value
    return writer


def run(function, **names):
    global watched
    watched = names
    sys.settrace(writer)
    try:
        result = function()
    finally:
        sys.settrace(None)
    return result


def plain():
    a = 1
    b = 2
    return a, b


def with_cell():
    a = 1

    def inner():
        return a

    b = 2
    return a, inner(), b


def unbound():
    if False:
        a = 1
    try:
        return a
    except UnboundLocalError:
        return "unbound"


def extra():
    b = 0
    return sorted(locals()), b


def generator():
    a = 1
    yield a
    yield a


def argument(a=1):
    b = a
    return a, b


print(run(plain, plain=("a", 50)))
print(run(with_cell, with_cell=("a", 60)))
print(run(unbound, unbound=("a", 70)))
print(run(extra, extra=("new", 80)))
print(run(lambda: list(generator()), generator=("a", 90)))
print(run(argument, argument=("a", 95)))


def class_body():
    class Body:
        a = 1
        b = a

    return Body.a, Body.b


print(run(class_body, Body=("a", 33)))


def reader():
    a = 1
    frame = sys._getframe()
    first = frame.f_locals
    a = 2
    second = frame.f_locals
    first["a"] = 99
    return first is second, first["a"], a, locals()["a"], frame.f_locals["a"], sorted(set(second) - {"frame", "first", "second"})


print(reader())


def comprehension():
    outer = 5
    return [(outer, sorted(locals())) for i in range(1)]


print(comprehension())
module = sys._getframe().f_locals
module["made_here"] = 7
print(made_here, module is globals())
