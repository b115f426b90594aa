# functools in depth: singledispatch, partial, cached_property, lru_cache, reduce, total_ordering, wraps.
import abc
import collections.abc
import functools
import inspect


def attempt(label, function):
    try:
        print(" ", label, "=", function())
    except Exception as error:
        print(" ", label, "!", type(error).__name__, str(error).split(" at 0x")[0])


@functools.singledispatch
def kind(value, extra=None):
    """doc of kind"""
    return f"object {extra}"


@kind.register
def _(value: int | float, extra=None):
    return "number"


@kind.register(list)
@kind.register(tuple)
def _(value, extra=None):
    return "sequence of list or tuple"


@kind.register(collections.abc.Mapping)
def _(value, extra=None):
    return "mapping"


@kind.register(collections.abc.Sized)
def _(value, extra=None):
    return "sized"


class Both(collections.abc.Iterable, collections.abc.Container):
    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False


for value in (1, True, 1.5, [], (), {}, "text", None, Both(), {1}, range(2)):
    print(type(value).__name__, kind(value))
print(kind.dispatch(bool) is kind.dispatch(int), kind.__name__, kind.__doc__, len(kind.registry), inspect.signature(kind))
kind.register(collections.abc.Iterable, lambda v, e=None: "iterable")
kind.register(collections.abc.Container, lambda v, e=None: "container")
attempt("ambiguous", lambda: kind(Both()))
attempt("no argument", kind)
attempt("keyword only", lambda: kind(value=1))
for bad in (5, "int", list[int]):
    attempt(f"register {bad}", lambda: kind.register(bad)(len))
attempt("no annotation", lambda: kind.register(lambda v: v))


class Methods:
    @functools.singledispatchmethod
    def show(self, value):
        return "any"

    @show.register
    def _(self, value: int):
        return f"int {value}"

    @functools.singledispatchmethod
    @classmethod
    def make(cls, value):
        return cls.__name__

    @make.register
    @classmethod
    def _(cls, value: str):
        return f"{cls.__name__} of text"


m = Methods()
print(m.show(1), m.show("a"), Methods.make(1), Methods.make("a"), m.make("b"))


def base(a, b, /, c, *args, d=4, **kwargs):
    return a, b, c, args, d, kwargs


p = functools.partial(base, 1, c=3, d=5)
q = functools.partial(p, 2, e=6)
print(p.func is base, q.func is base, q.args, q.keywords, repr(p).split(" at ")[0], p(2), q(), q(d=0), inspect.signature(p))
attempt("partial", lambda: q(9))
attempt("partial none", functools.partial)
attempt("partial number", lambda: functools.partial(5))
q.extra = 1
print(q.__dict__, q.__reduce__()[2][1:], functools.partial(print).__doc__.splitlines()[0])
p.__setstate__((base, (7,), {"c": 8}, {"note": 1}))
print(p(9), p.note)
attempt("setstate", lambda: p.__setstate__((base, [], {}, {})))
recursive = functools.partial(base)
recursive.__setstate__((recursive, (), {}, {}))
print(repr(recursive).split(" at ")[0])
recursive.__setstate__((base, (), {}, {}))


class PM:
    def target(self, *args, **kwargs):
        return type(self).__name__, args, kwargs

    half = functools.partialmethod(target, 1, k=2)
    cls_half = functools.partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 3)


print(PM().half(5), PM.half(PM(), 6), PM.cls_half(7), repr(PM.__dict__["half"])[:40])
calls = []


class Lazy:
    @functools.cached_property
    def value(self):
        """lazy doc"""
        calls.append(1)
        return len(calls)


lazy = Lazy()
print(lazy.value, lazy.value, calls, lazy.__dict__, Lazy.value.__doc__, Lazy.value.attrname)
del lazy.value
print(lazy.value)


class Slots:
    __slots__ = ()

    @functools.cached_property
    def value(self):
        return 1


attempt("slots", lambda: Slots().value)
unnamed = functools.cached_property(len)
Lazy.unnamed = unnamed
attempt("unnamed", lambda: Lazy().unnamed)


@functools.lru_cache(maxsize=2, typed=True)
def cached(x, *, k=None):
    calls.append(x)
    return x


calls.clear()
for argument in (1, 1.0, True, 2, 1, 3, 1):
    cached(argument)
cached(1, k=None)
print(calls, cached.cache_info(), cached.cache_parameters(), cached.__wrapped__(5))
attempt("unhashable", lambda: cached([]))
cached.cache_clear()
print(cached.cache_info())
for size in (0, None, -5):
    f = functools.lru_cache(size)(lambda x: x)
    f(1), f(1), f(2)
    print(size, f.cache_info())
attempt("bad size", lambda: functools.lru_cache("x"))


@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits, fib.__name__, fib.cache_parameters())


@functools.total_ordering
class Ordered:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Ordered) else NotImplemented

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Ordered) else NotImplemented


print(Ordered(1) <= Ordered(1), Ordered(2) > Ordered(1), Ordered(1) >= Ordered(2))
attempt("order", lambda: Ordered(1) >= 5)
attempt("total_ordering", lambda: functools.total_ordering(type("Empty", (), {})))
print(functools.reduce(lambda a, b: a + [b], range(3), []), functools.reduce(max, [3, 9, 2]))
attempt("reduce empty", lambda: functools.reduce(max, []))
attempt("reduce number", lambda: functools.reduce(max, 5))


def wrapper(x: int) -> str:
    """wrapper doc"""


@functools.wraps(base)
def wrapped(*a):
    pass


print(wrapped.__name__, wrapped.__wrapped__ is base, inspect.signature(wrapped), wrapped.__doc__)
functools.update_wrapper(wrapper, cached, assigned=("__name__", "missing"), updated=())
print(wrapper.__name__, wrapper.__doc__, wrapper.__annotations__)
