"""TypeVarTuple and unpacking."""
from typing import Generic, TypeVar, TypeVarTuple, Unpack

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

Ts = TypeVarTuple("Ts")
T = TypeVar("T")
show(lambda: (Ts, Ts.__name__, Ts.__module__, list(Ts), tuple[*Ts], Unpack[Ts]))
show(lambda: tuple[T, *Ts][int, str, float])
show(lambda: tuple[*Ts][()])
show(lambda: tuple[*Ts, T][int])
show(lambda: tuple[T, Ts])
show(TypeVarTuple)
show(TypeVarTuple, 3)
show(Ts.__typing_subst__, int)
show(lambda: type("X", (Ts,), {}))


class Array(Generic[T, *Ts]):
    pass


show(lambda: (Array[int], Array[int, str, bool], Array.__parameters__, Array[int, *Ts].__parameters__))
show(lambda: Array[()])
