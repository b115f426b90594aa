# inspect.signature of functions, methods, classes and builtins.
import functools
import inspect


def f(a, b: int = 2, /, c="x", *args, d, e=None, **kw) -> str: ...


class C:
    def __init__(self, x, y=1): ...

    def m(self, z): ...

    @classmethod
    def c(cls, q): ...

    @staticmethod
    def s(w, /): ...

    def __call__(self, v=()): ...


for g in (f, C, C.m, C(1).m, C.c, C.s, C(1), functools.partial(f, 1, d=4), len, sorted, print, [].append, str.split, lambda *, k: k):
    print(inspect.signature(g))
s = inspect.signature(f)
for p in s.parameters.values():
    print(p.name, p.kind.description, p.default if p.default is not p.empty else "no default", p.annotation if p.annotation is not p.empty else "")
bound = s.bind(1, 2, 3, 4, 5, d=6, z=7)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs)
try:
    s.bind(1)
except TypeError as error:
    print(error)
print(inspect.getdoc(C), inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isclass(C), inspect.getmro(C)[1].__name__)
