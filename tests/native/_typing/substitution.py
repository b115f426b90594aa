"""Putting types in the place of parameters."""
import typing
from typing import Callable, Generic, TypeVar

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

T, U = TypeVar("T"), TypeVar("U")
show(lambda: dict[T, U][int, str])
show(lambda: dict[T, T][int])
show(lambda: list[list[T]][int])
show(lambda: (T | int)[str])
show(lambda: typing.Union[T, U][int, None])
show(lambda: typing.Optional[T][str])
show(lambda: Callable[[T], U][int, str])
show(lambda: tuple[T, ...][int])
show(lambda: list[T][int, str])
show(lambda: list[int][str])
show(lambda: dict[T, U][int])
show(lambda: typing.Annotated[T, "meta"][int])
show(lambda: typing.Dict[T, typing.List[U]].__parameters__)


class Both(Generic[T, U]):
    pass


class One(Both[int, T], Generic[T]):
    pass


show(lambda: (Both[int, U], Both[int, U][str], One[str], One.__orig_bases__, Both[T, T].__parameters__))
show(lambda: Both[int])
show(lambda: Generic[T, T])
show(lambda: typing.get_args(Both[int, str]) + (typing.get_origin(One[int]),))
