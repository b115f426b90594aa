# The events of sys.setprofile: Python and builtin calls, methods, generators, exceptions, classes.
import sys

events = []


def name_of(arg):
    return getattr(arg, "__qualname__", None) or repr(arg)


def profile(frame, event, arg):
    events.append((frame.f_code.co_name, event, name_of(arg)))


class C:
    def __init__(self, x): self.x = x
    def method(self): return self.x
    def __call__(self): return 1
    def __len__(self): return 3


class D(C):
    def method(self): return super().method()


def gen():
    x = yield 1
    return x


def calls():
    len([1])
    [].append(1)
    list.append([], 2)
    "a".upper().lower()
    b = [].append
    b(3)
    c = C(4)
    c.method()
    c()
    D(1).method()
    len(c)
    int("5"), int(), str(c.x)
    dict(a=1).get("a")
    max(*[1, 2])
    print(end="", sep="")
    sorted([2, 1], key=lambda v: v)
    object.__new__(C)
    dict.fromkeys([1])
    isinstance(c, C)


def raising():
    try: len(5)
    except TypeError: pass
    try: [].pop()
    except IndexError: pass
    try: int("x")
    except ValueError: pass
    helper()


def helper():
    raise KeyError


def generators():
    for x in gen(): pass
    g = gen()
    next(g)
    try: g.send(5)
    except StopIteration: pass
    h = gen()
    h.send(None)
    h.close()
    k = gen()
    next(k)
    try: k.throw(ValueError)
    except ValueError: pass
    return list(gen())


for func in calls, raising, generators:
    events.clear()
    sys.setprofile(profile)
    try:
        func()
    except KeyError:
        pass
    sys.setprofile(None)
    print(func.__name__)
    for each in events:
        print("  ", *each)


def both(frame, event, arg):
    events.append(("trace", frame.f_code.co_name, event))
    return both


events.clear()
sys.settrace(both)
sys.setprofile(profile)
C(1).method()
sys.setprofile(None)
sys.settrace(None)
for each in events:
    print("  ", *each)
