# typing: aliases, generics, protocols, typed dicts, named tuples, introspection.
import collections.abc
import typing
from typing import *

T = TypeVar("T")
K = TypeVar("K", bound=int)
S = TypeVar("S", str, bytes)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(T, K.__bound__, S.__constraints__, P, Ts, TypeVar("C", covariant=True), P.args, P.kwargs)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int, int], Callable[[int, str], bool], Callable[..., Any], Tuple[int, ...], Tuple[()], Type[int], Literal["a", 1, None], ClassVar[int], Final[str], Annotated[int, "meta"], list[T][int], Dict[T, K][str, bool])
print(int | str, Optional[int] == (int | None), Union[int, str] == Union[str, int], List[T].__parameters__, get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_origin(Annotated[int, 1]), get_args(Literal[1, 2]))
print(collections.abc.Callable[[int], str], collections.abc.Iterator[int], Callable[P, T], Callable[Concatenate[int, P], T][[str], bool], tuple[*Ts], Generic[T], Unpack[Ts])


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


print(Stack[int], Stack[int]().push(3).items, Stack.__parameters__, Stack.__orig_bases__, Stack[int].__origin__, get_type_hints(Stack.push), Stack[int]().__orig_class__)


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Sequel(Movie):
    number: int


print(Movie(title="x"), Movie.__required_keys__, Movie.__optional_keys__ , Movie.__total__, Sequel.__required_keys__ == {"title", "number"}, get_type_hints(Movie), get_type_hints(Movie, include_extras=True), is_typeddict(Movie))


class Employee(NamedTuple):
    "Somebody."
    name: str
    id: int = 3

    def tag(self):
        return f"{self.name}#{self.id}"


print(Employee("Al"), Employee("B", 4).tag(), Employee._field_defaults, Employee.__annotations__, NamedTuple("Old", [("a", int)])(1))


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Sized2(Protocol[T]):
    size: T


class File:
    def close(self):
        pass


print(isinstance(File(), Closable), isinstance(3, Closable), issubclass(File, Closable), isinstance([], collections.abc.Sized))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, cast(str, 3), TYPE_CHECKING, assert_type(1, int), reveal_type is not None)


def annotated(a: int, b: "list[str]" = None, *args: float, c: Optional["Stack"] = None, **kw: Any) -> Union[int, None]:
    pass


print(get_type_hints(annotated))
print(ForwardRef("int"), get_type_hints(type("X", (), {"__annotations__": {"y": "int | None", "z": ClassVar["str"]}})))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(len(get_overloads(f)), f(3))


class Base:
    @final
    def done(self): ...

    @override
    def other(self) -> Self: ...


print(Base.done.__final__, Base.other.__override__, Self, Never, NoReturn, LiteralString, TypeAlias, Any, Text, AnyStr, SupportsInt, isinstance(3, SupportsIndex), isinstance("", Hashable))


def first[U: int](xs: list[U]) -> U:
    return xs[0]


class Box[A, *Bs, **Q]:
    pass


type Pair[X] = tuple[X, X]
print(first.__type_params__, Box.__type_params__, Box[int, str, [bool]], Pair, Pair[int], Pair.__value__, Pair.__type_params__, first.__type_params__[0].__bound__)
for action in (lambda: List[int, str], lambda: isinstance([], List[int]), lambda: Stack[int, str], lambda: Union[()], lambda: Optional[int, str], lambda: Literal, lambda: Any(), lambda: Callable[int], lambda: Generic[int], lambda: Movie[int], lambda: class_([]), lambda: isinstance(3, Sized2), lambda: TypeVar("A", int), lambda: List["a b"], lambda: assert_never(3), lambda: Sized2(), lambda: Final[int, str], lambda: Union[int][str], lambda: get_type_hints(3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(typing.get_protocol_members if hasattr(typing, "get_protocol_members") else "3.12", typing.Deque[int], typing.Counter[str], typing.Pattern[str], typing.IO[str], typing.ContextManager[int], typing.AsyncIterator[int], typing.ChainMap)
