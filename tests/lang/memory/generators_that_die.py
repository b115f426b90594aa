# A suspended generator that nobody has any more is closed: its `finally` runs. A coroutine that never ran is warned of.
import contextlib
import warnings


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


g = numbers("deleted")
next(g)
del g
print("after del")
g = numbers("rebound")
next(g)
g = None
print("after rebinding")
g = numbers("never started")
del g
print("nothing ran")


def local():
    inner = numbers("local")
    next(inner)
    return "returned"


print(local())
pairs = zip(numbers("zip"), [5])
print(next(pairs))
del pairs
print("after zip")
held = [numbers("in list")]
next(held[0])
for i in range(5000):
    pass
held.clear()
del held
print("after list")


def bad():
    try:
        yield
    finally:
        raise ValueError("from finally")


import sys

sys.unraisablehook = lambda u: print("unraisable", u.exc_type.__name__, u.exc_value, type(u.object).__name__)
b = bad()
next(b)
del b


async def coroutine():
    pass


warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)
c = coroutine()
del c
print("after the coroutine")
c = coroutine()
c.close()
del c
print("closed: no warning")


@contextlib.contextmanager
def manager():
    try:
        yield "inside"
    finally:
        print("manager done")


with manager() as m:
    print(m)
h = numbers("at exit")
next(h)
print("end")
