"""A module to look at."""
import os.path
from collections import OrderedDict as Ordered
from enum import Enum


class Shape:
    """Base."""
    sides = 0

    def area(self):
        def helper():
            pass
        return 0

    async def draw(self): ...

    class Style:
        def color(self): ...


class Square(Shape, Ordered):
    @property
    def area(self): return 1

    @staticmethod
    def unit(): return Square()


class Kind(Enum):
    A = 1


if True:
    def conditional(): pass


def make(kind):
    class Local(Shape):
        def method(self): ...
    return Local


async def later(): ...
