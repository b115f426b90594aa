"""TypeAliasType and the type statement."""
import typing

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

type Simple = int
type Pair[T] = tuple[T, T]
type Tree = list[Tree] | int
type Many[T: int, *Ts, **P] = dict[T, typing.Callable[P, tuple[*Ts]]]
type Broken = missing_name
show(lambda: (Simple, Simple.__name__, Simple.__value__, Simple.__type_params__, Simple.__parameters__, Simple.__module__))
show(lambda: (Pair[int], Pair[int].__origin__, Pair[int].__args__, Pair.__value__, Pair.__type_params__))
show(lambda: Tree.__value__)
show(lambda: (Many.__type_params__, Many.__parameters__, Many.__type_params__[0].__bound__))
show(lambda: Broken.__value__)
missing_name = str
show(lambda: Broken.__value__)
show(lambda: Simple[int])
show(lambda: Simple | None)
show(lambda: int | Pair[str])
show(lambda: isinstance(1, Simple))
show(lambda: Simple())
show(typing.TypeAliasType)
show(typing.TypeAliasType, "X", int, type_params=[1])
show(typing.TypeAliasType, 1, 2)
X = typing.TypeAliasType("X", list[int])
show(lambda: (X, X.__value__, X.__module__, type(X)))
try:
    Simple.__value__ = 1
except AttributeError as error:
    print(error)
