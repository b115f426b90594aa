# Subscripting classes: __class_getitem__, generic aliases of builtins, PEP 695 classes, and what is refused.
import collections.abc
import typing


class Own:
    def __class_getitem__(cls, key):
        return (cls.__name__, key)


class Child(Own):
    pass


class Box[T]:
    item: T

    def get[U](self, other: U) -> T | U:
        return other


class Pair[A: int, *Ts, **P](Box[A]):
    pass


type Alias[T] = list[T] | None
type Recursive = dict[str, Recursive] | int


def show(text):
    try:
        value = eval(text)
        print(text, "=", value)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    "Own[1]", "Own[1, 2]", "Own[()]", "Child[int]", "Own[1:2]", "Own()[1]", "int[str]", "object[1]", "list[int]", "list[int, str]", "dict[str, list[int]]", "tuple[()]", "tuple[int, ...]", "list[int][str]", "list[T]" if False else "type[int]", "list[int]()", "list[int](['a'])", "dict[str, int](a=1)", "list[int].__origin__", "list[int].__args__", "list[int].append is list.append", "list[int] == list[int]", "list[int] is list[int]", "hash(list[int]) == hash(list[int])", "list[int] == list", "isinstance([], list[int])", "issubclass(list, list[int])", "list[int].__class__", "list[int].__name__", "type(list[int])", "list[int].__parameters__", "[*list[int]]", "[*tuple[int, str]]", "next(iter(tuple[int]))", "list[int] | None", "int | str | int", "int | list[int]", "(int | str).__args__", "int | 'x'", "int | 5", "None | int", "None | None", "isinstance(5, int | str)", "isinstance(5, int | list[int])", "isinstance('x', int | list[int])", "int | str == str | int", "hash(int | str) == hash(str | int)", "typing.Optional[int] == int | None", "Box[int]", "Box[int, str]", "Box[int]()  is not None", "Box.__type_params__", "Pair.__type_params__", "Pair.__parameters__", "Pair[int, str, bytes, [int, str]]", "Box.__orig_bases__", "Pair.__orig_bases__", "Box.__mro__", "Box.get.__type_params__", "Box.get.__annotations__", "Box.__annotations__", "Alias", "Alias[int]", "Alias.__value__", "Alias[int].__args__", "Alias.__type_params__", "Recursive.__value__", "Alias[int] | str", "Alias()", "isinstance([], Alias)", "Alias.__name__", "Alias.x", "Alias[int][str]", "type(Alias)", "type(Alias)('N', int)", "type(Alias)('N', int, type_params=(1,))", "type(Alias)('N', int, type_params=[])", "type(Alias)(1, int)", "type(Alias)()", "collections.abc.Callable[[int], str]", "collections.abc.Callable[..., int]", "collections.abc.Callable[int]", "collections.abc.Iterable[int]", "Pair.__type_params__[0].__bound__", "Pair.__type_params__[1].__name__", "typing.get_type_hints(Box)",
]:
    show(text)
T = Box.__type_params__[0]
for text in ["T", "T.__name__", "T.__bound__", "T.__constraints__", "T.__infer_variance__", "T.__covariant__", "list[T][int]", "dict[T, T][int]", "list[T][int, str]", "T | None", "T()", "T.__name__ = 'x'", "list[T].__parameters__", "tuple[T, ...][int]", "isinstance(1, T)", "type(T)('Q', int, bound=str)" if False else "type(T)('Q', bound=int).__bound__", "type(T)('Q', int)", "type(T)('Q', int, str).__constraints__", "type(T)(5)", "type(T)('Q', covariant=True, contravariant=True)"]:
    show(text)
class Base(list[int]):
    pass
print(Base.__mro__[1], Base.__orig_bases__, Base.__bases__)
try:
    class Bad(int | str):
        pass
except TypeError as error:
    print(error)
