"""TypeVar: its arguments, attributes and errors."""
from typing import TypeVar

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

show(TypeVar)
show(TypeVar, "T", int)
show(TypeVar, "T", int, str)
show(TypeVar, "T", covariant=True, contravariant=True)
show(TypeVar, "T", covariant=True, infer_variance=True)
show(TypeVar, 1)
show(TypeVar, "T", int, str, bound=int)
show(TypeVar, "T", default=int)
T = TypeVar("T")
show(lambda: (T.__name__, T.__bound__, T.__constraints__, T.__covariant__, T.__contravariant__, T.__infer_variance__, T.__module__))
print(TypeVar("A", covariant=True), TypeVar("B", contravariant=True), TypeVar("C", infer_variance=True), TypeVar("D", bound=int).__bound__)
show(lambda: T | int)
show(lambda: str | T)
show(lambda: list[T][int])
show(lambda: dict[T, list[T]].__parameters__)
show(T)
show(lambda: type("X", (T,), {}))
show(lambda: type("X", (TypeVar,), {}))
show(lambda: T.missing)
show(lambda: T.__dict__)
T.extra = 5
show(lambda: T.extra)
show(lambda: isinstance(1, T))
