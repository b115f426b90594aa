# mypy: a strict check of two files with errors, a second one from its cache after a change, and stubs written for a file.
import pathlib
import sys
import typing

# typing_extensions 4.4 derives from typing.TypeVar, which 3.12 refuses; typing has all that mypy takes of it.
sys.modules["typing_extensions"] = typing
from mypy import api, stubgen
from mypy.version import __version__

pathlib.Path("shapes.py").write_text('''
from __future__ import annotations
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Protocol, TypeVar, overload

T = TypeVar("T", bound="Shape")

class Shape(Protocol):
    name: str
    def area(self) -> float: ...

@dataclass(frozen=True)
class Square:
    name: str
    side: int = 1
    tags: list[str] = field(default_factory=list)
    def area(self) -> float:
        return self.side ** 2

class Color(Enum):
    RED = 1
    BLUE = 2

class Box(Generic[T]):
    def __init__(self, *items: T) -> None:
        self.items = list(items)
    def largest(self) -> T | None:
        return max(self.items, key=lambda item: item.area(), default=None)

@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> list[str]: ...
def twice(x: int | str) -> int | list[str]:
    return x * 2 if isinstance(x, int) else [x, x]
''')
pathlib.Path("program.py").write_text('''
import re
from collections.abc import AsyncIterator, Callable
from typing import Literal, NamedTuple, ParamSpec, TypedDict, TypeVar, assert_never
import missing_module
import shapes
from shapes import Box, Color, Square, twice

P = ParamSpec("P")
R = TypeVar("R")

class Movie(TypedDict, total=False):
    title: str
    year: int

class Point(NamedTuple):
    x: int
    y: int = 0

def logged(function: Callable[P, R]) -> Callable[P, list[R]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> list[R]:
        return [function(*args, **kwargs)]
    return inner

@logged
def ratio(a: int, b: float = 1.0) -> float:
    return a / b

def name_of(color: Color) -> str:
    if color is Color.RED:
        return "red"
    assert_never(color)

def narrow(value: int | str | list[int] | None) -> int:
    if value is None:
        reveal_type(value)
        return 0
    match value:
        case int():
            return value
        case [first, *rest]:
            reveal_type(rest)
            return first
        case _:
            reveal_type(value)
    return value

def untyped(x):
    return x

async def numbers() -> AsyncIterator[int]:
    yield 1

async def consume() -> list[str]:
    return [number async for number in numbers()]

class Base:
    def method(self, x: int) -> int:
        return x

class Derived(Base):
    def method(self, x: str) -> int:
        return len(x)
    def __eq__(self, other: "Derived") -> bool:
        return True

square = Square("s", side="2")
square.side = 3
reveal_type(Box(square).largest())
Box(3)
Box(square).largest().area()
reveal_type(twice("a"))
twice(1.5)
reveal_type(ratio)
ratio("1", c=2)
movie: Movie = {"title": "x", "yaer": 1980}
movie["year"] = "1980"
mode: Literal["r", "w"] = "x"
x, y, z = Point(1)
Point(1)[2]
reveal_type([1, "a", None])
reveal_type({key: len(value) for key, value in {"a": "b"}.items()})
reveal_type(re.match("a", "b"))
"a" + 1
len(5)
undefined_name
shapes.Squre
total: int = sum(["a"])  # type: ignore[call-overload]
used: int = 1  # type: ignore
print("%d %s" % ("a",), "{} {}".format(1))
lambda: (yield)
''')


def check(*options):
    normal, errors, status = api.run(["--no-site-packages", "--python-version", "3.11", *options, "program.py"])
    print(normal, errors, status)


print(__version__)
check("--strict", "--warn-unreachable")
shapes = pathlib.Path("shapes.py")
shapes.write_text(shapes.read_text().replace("side: int = 1", "side: str = ''").replace("twice(x: str) -> list[str]", "twice(x: str) -> str"))
check("--strict", "--warn-unreachable")
stubgen.main(["-q", "-o", "out", "shapes.py", "program.py"])
print(pathlib.Path("out/shapes.pyi").read_text(), pathlib.Path("out/program.pyi").read_text())
