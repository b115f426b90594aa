# enum: members, lookup, aliases, flags and auto.
from enum import Enum, Flag, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    ALSO_RED = 1

    @property
    def pretty(self):
        return self.name.lower()


print(Color.RED, repr(Color.GREEN), Color(2), Color["RED"], Color.ALSO_RED is Color.RED, list(Color))
print(Color.RED.pretty, Color.RED == 1, Color.RED in Color, len(Color))
try:
    Color(9)
except ValueError as error:
    print(error)
try:
    Color.RED = 5
except AttributeError as error:
    print(error)


class Size(IntEnum):
    S = auto()
    M = auto()


print(Size.S + 1, Size.M > Size.S, sorted([Size.M, Size.S]), f"{Size.M}")


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()


print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), ~Perm.R, Perm(0), (Perm.R | Perm.W).value)
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
