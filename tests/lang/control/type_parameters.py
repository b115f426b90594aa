# PEP 695: generic functions and classes, bounds, and type aliases that are evaluated late.
def first[T](items: list[T]) -> T:
    return items[0]


class Variadic[*Ts, **P]: ...


class Box[T]:
    def __init__(self, value: T):
        self.value = value

    def get[U](self, other: U) -> T | U:
        return self.value


type Pair[A] = tuple[A, A]
type Recursive = list[Recursive] | int
print(first([1, 2]), first.__type_params__, Box.__type_params__, Box[int].__origin__ is Box, Box(3).get("x"))
print(Pair, Pair.__value__, Pair[int], Recursive.__value__, Pair.__type_params__)


def bounded[S: (int, str), B: float](x: S, y: B) -> S:
    return x


s, b = bounded.__type_params__
print(s.__constraints__, b.__bound__, s.__name__, bounded.__annotations__)
type Late = not_defined_yet
try:
    Late.__value__
except NameError as error:
    print(error)
not_defined_yet = int
print(Late.__value__)
print(Variadic.__type_params__, Box.__mro__[1].__name__, Box.__parameters__, Box.get.__type_params__)
