# Bound methods: identity, equality, hash, attributes read through, binding of odd callables, __func__ and __self__, errors.
import types
class C:
    def m(self, x=1):
        "doc of m"
        return self, x
    def __repr__(self):
        return "C()"
    def __eq__(self, other):
        return isinstance(other, C)
    __hash__ = None
c, d = C(), C()
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(c.m is c.m, c.m == c.m, c.m == d.m, C.m == C.m, C.m is C.m, hash(c.m) == hash(c.m), c.m != d.m, c.m == 3)
print(c.m.__name__, c.m.__qualname__, c.m.__doc__, c.m.__func__ is C.m, c.m.__self__ is c, c.m.__defaults__, c.m.__module__)
C.m.flag = "set on the function"
print(c.m.flag)
show(lambda: setattr(c.m, "flag", 1))
show(lambda: delattr(c.m, "flag"))
show(lambda: setattr(c.m, "__doc__", 1))
show(lambda: setattr(c.m, "__self__", 1))
show(lambda: c.m.absent)
show(lambda: types.MethodType(len, [1, 2])())
show(lambda: types.MethodType(C.m, 5)(x=2))
show(lambda: types.MethodType(3, 5))
show(lambda: types.MethodType(len, None))
show(lambda: types.MethodType(len))
show(lambda: types.MethodType(len, 1, x=2))
show(lambda: types.MethodType(c.m, "again")())
print(types.MethodType(len, "abc").__name__, types.MethodType(lambda s: s, 1).__func__.__name__)
class Callable:
    def __call__(self, *args):
        return args
callable_ = Callable()
C.attr = callable_
show(lambda: c.attr(1))
C.bound = types.MethodType(callable_, "first")
show(lambda: c.bound(2))
C.builtin = len
show(lambda: c.builtin([1]))
C.partial = classmethod(len)
show(lambda: c.partial())
show(lambda: C.m.__get__(c, C)() == (c, 1))
show(lambda: C.m.__get__(None, C) is C.m)
show(lambda: C.m.__get__(None, None))
show(lambda: C.m.__get__(None))
show(lambda: c.m.__get__(d, C).__self__ is c)
show(lambda: (c.m)())
show(lambda: C.m())
show(lambda: C.m(x=1))
c.m = lambda: "instance attribute"
show(lambda: c.m())
del c.m
show(lambda: c.m(2)[1])
print(sorted(n for n in dir(c.m) if n in ("__func__", "__self__", "__get__", "__call__", "flag", "__code__", "__closure__")), type(c.m).__name__, callable(c.m), repr(C.m)[:14], repr(d.m))
print([].append == [].append, [1].append == [1].append, (x := []).append == x.append, str.join == str.join, "a".join == "a".join, len == len)
