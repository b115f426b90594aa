# inspect.signature of Python callables of every kind, of partials, wrapped ones and classes; binding and its errors.
import functools
import inspect


def f(a, b: int = 1, /, c="x", *args: str, d, e=None, **kw) -> "ret": ...


class C:
    def __init__(self, x, *, y=2): ...
    def method(self, a): ...
    @classmethod
    def cm(cls, a): ...
    @staticmethod
    def sm(a): ...
    def __call__(self, q): ...
    prop = property(lambda self: 1)


class New:
    def __new__(cls, n): ...


class Meta(type):
    def __call__(cls, via_meta): ...


class WithMeta(metaclass=Meta):
    def __init__(self, x): ...


class Given:
    __signature__ = inspect.Signature([inspect.Parameter("given", inspect.Parameter.POSITIONAL_ONLY)])


@functools.wraps(f)
def wrapped(*args, **kwargs): ...


class Sub(C):
    pass


for value in [f, C, C.method, C(1).method, C.cm, C.sm, C(1), New, WithMeta, Given, wrapped, Sub, lambda x, *y: 0, functools.partial(f, 1), functools.partial(f, 1, 2, 3, d=4), functools.partial(C, x=1), functools.partialmethod(f, 1), len, int, object, str, dict, print, sorted, type, range, [].append, "".join, C.prop, 5, None, functools.partial(len), abs, staticmethod(f), classmethod(f), max, iter, getattr, ValueError, inspect.Signature, zip]:
    try:
        print(getattr(value, "__name__", type(value).__name__), inspect.signature(value))
    except (TypeError, ValueError) as error:
        print(getattr(value, "__name__", type(value).__name__), "->", type(error).__name__, str(error).split(" at 0x")[0])
print(inspect.signature(wrapped, follow_wrapped=False), inspect.signature(f).parameters["c"].kind.description, inspect.signature(f).return_annotation, repr(inspect.signature(f).parameters["b"]))
sig = inspect.signature(f)
for args, kwargs in [((1,), {}), ((1, 2, 3, 4, 5), {"d": 6, "z": 7}), ((), {"d": 1}), ((), {"a": 1, "d": 1}), ((1,), {"c": 2, "d": 3}), ((1, 2, 3), {"c": 4, "d": 5})]:
    try:
        bound = sig.bind(*args, **kwargs)
        print(bound, bound.args, bound.kwargs)
        bound.apply_defaults()
        print(bound.arguments)
    except TypeError as error:
        print(args, kwargs, error)
print(sig.bind_partial(1), sig == inspect.signature(f), hash(sig) == hash(inspect.signature(f)), sig.replace(parameters=[]))
simple = inspect.signature(lambda a, b: 0)
for args, kwargs in [((1, 2, 3), {}), ((1,), {"c": 1}), ((1,), {"a": 1})]:
    try:
        simple.bind(*args, **kwargs)
    except TypeError as error:
        print(error)
P = inspect.Parameter
for make in [lambda: P("1a", P.KEYWORD_ONLY), lambda: P("class", P.KEYWORD_ONLY), lambda: P("a", P.VAR_POSITIONAL, default=1), lambda: P("a", 9), lambda: P(1, P.KEYWORD_ONLY), lambda: inspect.Signature([P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY)]), lambda: inspect.Signature([P("a", P.KEYWORD_ONLY), P("a", P.KEYWORD_ONLY)]), lambda: inspect.Signature([P("a", P.POSITIONAL_ONLY, default=1), P("b", P.POSITIONAL_ONLY)])]:
    try:
        print(make())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(inspect.getfullargspec(f), inspect.getfullargspec(lambda x=1, *, y: 0).kwonlyargs, inspect.getcallargs(lambda a, b=2, *c: 0, 1, 2, 3))
try:
    inspect.getcallargs(lambda a: 0)
except TypeError as error:
    print(error)
