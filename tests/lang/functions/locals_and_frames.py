# locals() and f_locals in every kind of scope: snapshots, writes through, cells, comprehensions, classes, generators.
import sys


def plain(a, b=2):
    first = locals()
    c = 3
    second = locals()
    return first is second, sorted(second), second


print(plain(1))


def written():
    x = 1
    locals()["x"] = 2
    locals()["new"] = 3
    return x, locals()


print(written())


def through_frame():
    x = 1
    frame = sys._getframe()
    frame.f_locals["x"] = 5
    return x, frame.f_locals["x"], frame.f_locals is locals()


print(through_frame())


def cells():
    x = 1

    def inner():
        return x

    y = locals()
    y["x"] = 9
    return inner(), x, sorted(k for k in locals()), sorted(sys._getframe().f_locals)


print(cells())


def free(n):
    unused = 1

    def inner():
        n
        return locals()

    def deleted():
        k = 1
        del k
        return locals()

    return inner(), deleted()


print(free(7))


def comprehension(a):
    return [sorted(locals()) for b in range(1)], {k: sorted(locals()) for k in "x"}, list(sorted(locals()) for c in [1]), (lambda: sorted(locals()))()


print(comprehension(1))


class Body:
    x = 1
    locals()["y"] = 2
    names = sorted(n for n in locals() if not n.startswith("__"))
    same = locals() is sys._getframe().f_locals

    def method(self):
        return sorted(locals()), __class__.__name__


print(Body.y, Body.names, Body.same, Body().method(), globals() is sys._getframe().f_globals, locals() is globals())


def generator():
    a = 1
    yield sorted(locals())
    b = 2
    yield sorted(locals())


g = generator()
print(g.gi_frame.f_locals, next(g), g.gi_frame.f_locals, next(g), g.gi_frame.f_locals, list(g), g.gi_frame)


def caller():
    secret = "of caller"
    return callee()


def callee():
    frame = sys._getframe(1)
    return frame.f_locals, frame.f_code.co_name, frame.f_back.f_code.co_name, sys._getframe().f_back is frame, frame.f_lineno - frame.f_code.co_firstlineno


print(caller())
try:
    sys._getframe(1000)
except ValueError as error:
    print(error)
for bad in ("x", None, 1.5):
    try:
        sys._getframe(bad)
    except (TypeError, OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(sys._getframe(-5) is sys._getframe(0))
frame = sys._getframe()
for attribute, value in [("f_code", None), ("f_locals", {}), ("f_trace", 5), ("f_trace_lines", False), ("f_back", None), ("zz", 1)]:
    try:
        setattr(frame, attribute, value)
        print(attribute, "set", getattr(frame, attribute))
    except (AttributeError, ValueError, TypeError) as error:
        print(attribute, type(error).__name__, error)
frame.f_trace = None


def holder():
    big = ["kept"]
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__.tb_frame


dead = holder()
print(dead.f_locals.keys(), dead.f_lineno > 0, repr(dead).split(", file")[0][:7], repr(dead).split("line ")[1].split(",")[0].isdigit())
dead.clear()
print(dead.f_locals)
try:
    sys._getframe().clear()
except RuntimeError as error:
    print(error)
gen = generator()
next(gen)
gen.gi_frame.clear()
print(gen.gi_frame, list(gen))
