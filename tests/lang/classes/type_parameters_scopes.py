# PEP 695: lazy bounds, scopes of type parameters, names visible in classes, defaults evaluated outside, and introspection.
log = []


def note(value):
    log.append(value)
    return value


def f[T: note("bound"), U: (note("c1"), note("c2"))](x: note("annotation") = note("default")) -> note("return"):
    return T, U


print(log)
T, U = f.__type_params__
log.clear()
print(T.__bound__, T.__bound__, U.__constraints__, log)
print(f()[0] is T, f.__annotations__, f.__qualname__, f.__code__.co_freevars)
type A = note("value")
log.clear()
print(A.__value__, A.__value__, log)


class Outer[T]:
    name = "class attribute"
    type Inner = tuple[T, name]

    def method[V](self, x: T, y: V) -> "T":
        return T, V

    class Nested[W]:
        both = (T, W)

        def deep(self):
            return T, W, __class__

    alias_name: T = None


print(Outer.Inner.__value__, Outer.__annotations__, Outer().method(1, 2), Outer.Nested.both, [getattr(v, "__name__", v) for v in Outer.Nested().deep()])
print(Outer.__qualname__, Outer.method.__qualname__, Outer.Nested.__qualname__, Outer.method.__code__.co_freevars, Outer.Inner.__name__, Outer.Inner.__module__)


class Meta(type):
    def __new__(mcs, name, bases, namespace, **kw):
        print("bases", [getattr(b, "__name__", b) for b in bases], sorted(k for k in namespace if "type_params" in k or "orig" in k), kw)
        return super().__new__(mcs, name, bases, namespace)


class WithMeta[T](list[T], metaclass=Meta, key=note("keyword")):
    pass


print(WithMeta.__type_params__, WithMeta.__orig_bases__, WithMeta.__parameters__)


def outer():
    local = "local"

    def g[T: local](x: T = local):
        nonlocal local
        local = "changed"
        return x

    return g


g = outer()
print(g(), g.__type_params__[0].__bound__, g.__defaults__)
for text in ["def h[T, T](): pass", "class H[T, *T]: pass", "type H[T] = (yield)", "def h[T: (yield)](): pass", "class H[T](x := 5): pass", "def h[T](x: (T := 1)): pass", "type H[T: await x] = int", "def h[T](): T = 1; return T", "def h[T](): global T", "def h[T](): nonlocal T; T = 2", "class H[__T]:\n def m(self): return __T", "type int = 5\nprint(type(int).__name__)", "type = 5; print(type)", "type x[T] = T; print(x[int].__value__)", "def h[*Ts: int](): pass", "def h[**P: int](): pass", "def h[T = int](): pass", "def h[](): pass", "class H[]: pass", "def h[T: int, *Ts, **P](*a: *Ts): return h.__annotations__\nprint(h())", "lambda[T]: 1", "type X = lambda: X\nprint(X.__value__() is X)", "type X = undefined_name\nX.__value__", "def h[T: undefined_name](): pass\nh.__type_params__[0].__bound__", "type X[T = int] = T", "type X.y = int", "type X", "def h[T](a=T): pass", "@T\ndef h[T](): pass", "class H[T]:\n x = T\n def f(self): return x", "from __future__ import annotations\ndef h[T](x: T) -> T: pass\nprint(h.__annotations__)"]:
    try:
        exec(text, {"__name__": "m"})
        print(repr(text), "fine")
    except (SyntaxError, NameError) as error:
        print(repr(text), type(error).__name__, error)
import copy
import pickle

for value in (T, f.__type_params__[1], A):
    try:
        print(copy.copy(value) is value, pickle.loads(pickle.dumps(value)) is value)
    except Exception as error:
        print(type(error).__name__, str(error).split(": ")[0])
print(T.__module__, repr(Outer.__type_params__), type(Outer.__type_params__[0]).__mro__)
