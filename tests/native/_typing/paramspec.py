"""ParamSpec and its args and kwargs."""
from typing import Callable, Concatenate, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVar

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

P = ParamSpec("P")
T = TypeVar("T")
show(lambda: (P, P.args, P.kwargs, P.args.__origin__ is P, P.__bound__, P.__name__, P.__module__))
show(lambda: (P.args == P.args, P.args == P.kwargs, P.args == ParamSpec("P").args))
show(lambda: hash(P.args))
show(ParamSpec)
show(ParamSpec, "Q", covariant=True, contravariant=True)
show(ParamSpecArgs)
show(ParamSpecArgs, P)
show(ParamSpecKwargs, 1)
show(lambda: Callable[P, T][[int, str], bool])
show(lambda: Callable[Concatenate[int, P], T].__parameters__)
show(lambda: Callable[P, int][...])
show(lambda: P | int)
show(lambda: type("X", (P,), {}))
show(lambda: type("X", (P.args,), {}))
print(ParamSpec("A", covariant=True), ParamSpec("B", contravariant=True), ParamSpec("C", infer_variance=True))
