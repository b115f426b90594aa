"""Type parameters of aliases and unions, and what comes in their place."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from typing import ParamSpec, TypeVar, TypeVarTuple
T = TypeVar("T")
S = TypeVar("S")
Ts = TypeVarTuple("Ts")
P = ParamSpec("P")
print(list[T].__parameters__, dict[T, S].__parameters__, dict[T, list[T]].__parameters__, list[int].__parameters__)
print(list[T][int], dict[T, list[S]][str, int], dict[str, T][int], list[list[T]][int], tuple[T, S, T][int, str])
print((list[T] | int)[str], (T | int).__parameters__, (list[T] | dict[S, T])[int, str])
for alias, key in ((list[T], (int, str)), (dict[T, S], int), (list[T], ()), (list[int], str), (int | str, int)):
    error(lambda: alias[key])
print(tuple[*Ts].__parameters__, tuple[*Ts][int, str], tuple[T, *Ts][int, str, bool], tuple[*Ts][()])
error(lambda: tuple[T, *Ts][()])
print(list[T][*tuple[int]], dict[T, S][*tuple[int, str]])
