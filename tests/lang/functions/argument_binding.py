# Binding of arguments: every message of a wrong call, with defaults, keyword-only, positional-only, unpacking.
def call(f, *args, **kwargs):
    try:
        print("  ", f(*args, **kwargs))
    except TypeError as error:
        print("  ", error)


def f0(): return "f0"
def f1(a): return a
def f2(a, b=2): return a, b
def f3(a, b, c, d): return a, b, c, d
def f4(*args): return args
def f5(a, *args): return a, args
def f6(*, k): return k
def f7(*, k, l, m=3): return k, l, m
def f8(a, /): return a
def f9(a, b, /, c, *, d): return a, b, c, d
def f10(a, /, **kw): return a, kw
def f11(a=1, /, b=2, *c, d=4, **e): return a, b, c, d, e
def f12(self, a, b=1, *, c): return self, a, b, c


for f in (f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12):
    print(f.__name__)
    call(f)
    call(f, 1)
    call(f, 1, 2)
    call(f, 1, 2, 3, 4, 5)
    call(f, a=1)
    call(f, 1, a=1)
    call(f, 1, 2, a=3, b=4)
    call(f, k=1)
    call(f, 1, 2, c=3, d=4)
    call(f, 1, 2, 3, d=4, zz=5)
    call(f, **{"a": 1, "not a name": 2})
    call(f, **{"b": 1, "k": 2, "l": 3})


class C:
    def __repr__(self): return "<C>"
    def m(self): return "m"
    def n(self, a, *, k): return a, k
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
    def __call__(self, a): return a
    def no_self(): pass
    def __init__(self, a=None): pass


c = C()
print("methods")
for bound in (c.m, c.n, c.c, c.s, c, c.no_self, C.m, C.n, C):
    call(bound)
    call(bound, 1)
    call(bound, 1, 2)
    call(bound, 1, 2, 3, k=1)
    call(bound, self=1)
    call(bound, z=1)
print("unpacking")
for source in ("f1(*5)", "f1(*None)", "f1(**5)", "f1(**None)", "f1(**{1: 2})", "f4(*[1], *5)", "f10(1, **{'a': 2}, **{'a': 3})", "f10(1, x=1, **{'x': 2})", "f10(**{'x': 2}, x=1)", "f10(1, **[('a', 1)])", "f4(*(i for i in [1, 2]), *'ab')", "f10(*[1], b=2, **{'c': 3}, d=4)", "f1(*[], **{})", "f4(*{1: 2}, *{3})", "len(*[1, 2])", "len(**{'a': 1})", "print(*[1], sep='', **{'sep': 'x'})", "dict(**{'a': 1}, a=2)", "c.n(*[1], **{'k': 1}, k=2)", "(lambda a: a)(*[1, 2])", "C.n(*[1, 2, 3], k=4)"):
    try:
        print(" ", source, "=", eval(source))
    except Exception as error:
        print(" ", source, "=", type(error).__name__, error)


def order(*names):
    def make(name):
        print(name, end=" ")
        return name

    return [make(n) for n in names]


def show(x):
    print(x, end=" ")
    return x


print("order")
f10(show("a"), k=show("b"), *show([]), **show({"c": show("d")}), e=show("f"))
print()


def defaults(a=show("once"), b=[], *, c={}):
    b.append(len(b))
    c[len(c)] = 1
    return b, c


print()
print(defaults(), defaults(), defaults(b=[9]))
defaults.__defaults__ = (1,)
call(defaults)
print(defaults(b=[]))
defaults.__defaults__ = None
defaults.__kwdefaults__ = None
call(defaults)
call(defaults, 1, [])
defaults.__kwdefaults__ = {"c": {}}
call(defaults, 1, [])
for value in (5, [1], "a"):
    for name in ("__defaults__", "__kwdefaults__", "__code__", "__name__", "__qualname__", "__dict__", "__annotations__", "__type_params__", "__doc__", "__module__", "__closure__", "__globals__", "__builtins__"):
        try:
            setattr(f1, name, value)
            print(name, "set", getattr(f1, name))
        except (TypeError, AttributeError) as error:
            print(name, type(error).__name__, error)
