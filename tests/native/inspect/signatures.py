"""inspect.signature of functions, classes, partials, builtins; binding and its errors."""
import functools
import inspect


def f(a, /, b: int, c="x", *args, d, e: "str" = None, **kwargs) -> float: ...


class C:
    def __init__(self, x, *, y=1): ...
    def method(self, z): ...
    @classmethod
    def make(cls, n=2): ...
    @staticmethod
    def tool(*args): ...
    def __call__(self, q): ...


@functools.wraps(f)
def wrapper(*args, **kwargs): ...


for thing in (f, C, C.method, C(1).method, C.make, C.tool, C(1), functools.partial(f, 1, d=3), wrapper, lambda x, *, y: 0, len, dict.get, sorted, int.from_bytes):
    print(inspect.signature(thing))
signature = inspect.signature(f)
for name, p in signature.parameters.items():
    print(name, p.kind.description, p.default is p.empty or p.default, p.annotation is p.empty or p.annotation)
print(signature.return_annotation, signature.replace(return_annotation=int))
bound = signature.bind(1, 2, 3, 4, 5, d=6, other=7)
print(bound, bound.args, bound.kwargs)
partial = signature.bind_partial(1)
partial.apply_defaults()
print(partial.arguments)
for args, kwargs in [((), {}), ((1, 2), {}), ((1,), {"a": 2}), ((1, 2, 3), {"c": 1, "d": 2}), ((1, 2), {"d": 1, "b": 2})]:
    try:
        print(signature.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
for wrong in (3, type, min):
    try:
        print(inspect.signature(wrong))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(inspect.signature(f) == inspect.signature(f), inspect.getfullargspec(f))
