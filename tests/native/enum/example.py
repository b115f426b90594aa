# enum: members, flags, automatic values, string enums, restrictions.
import enum
from enum import CONFORM, KEEP, STRICT, Enum, EnumCheck, Flag, IntEnum, IntFlag, StrEnum, auto, global_enum, member, nonmember, property, unique, verify


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @classmethod
    def default(cls):
        return cls.GREEN

    def __str__(self):
        return f"color {self.name.lower()}"


print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color))
print(Color.__members__, Color.default(), Color.RED in Color, 3 in Color, 9 in Color, Color.RED.name, Color.RED.value)
print(Color, repr(Color), type(Color.RED), isinstance(Color.RED, Color), hash(Color.RED) == hash(Color.CRIMSON), [c for c in reversed(Color)])
for action in (lambda: Color(9), lambda: Color["PINK"], lambda: setattr(Color, "RED", 3), lambda: Color.RED < Color.BLUE, lambda: Color.PINK, lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "value", 3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    class More(Color):
        PINK = 9
except TypeError as error:
    print(error)


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / (self.radius * self.radius)


for planet in Planet:
    print(planet, planet.value, round(planet.gravity, 4))


class Weekday(IntEnum):
    MON = auto()
    TUE = auto()
    SUN = 10
    LATE = auto()


print(list(Weekday), Weekday.MON + 1, Weekday.TUE > Weekday.MON, f"{Weekday.SUN}", f"{Weekday.SUN:03}", str(Weekday.LATE), sorted([Weekday.SUN, Weekday.MON]), Weekday(2), range(5)[Weekday.TUE])


class Level(StrEnum):
    LOW = auto()
    HIGH = "HI"


print(Level.LOW, repr(Level.HIGH), Level.LOW + "!", Level.HIGH == "HI", "low" == Level.LOW, f"{Level.LOW:>6}", Level.LOW.upper(), ",".join(Level))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm.R ^ Perm.RW, bool(Perm.R & Perm.W), Perm(0), list(Perm.RW), Perm.R in Perm.RW, len(Perm.RW), Perm(7), list(Perm))
try:
    Perm(8)
except ValueError as error:
    print(error)


class Loose(IntFlag):
    A = 1
    B = 2
    C = 4


print(Loose.A | 8, Loose(9), repr(Loose(9)), Loose.A + 1, ~Loose.A, Loose.A | Loose.C, str(Loose.B), list(Loose(6)), Loose.A.value)


class Bound(Flag, boundary=CONFORM):
    A = 1
    B = 2


print(Bound(7), Bound._boundary_, Loose._boundary_)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as error:
    print(error)
try:
    @verify(EnumCheck.CONTINUOUS)
    class Holes(IntEnum):
        A = 1
        B = 3
except ValueError as error:
    print(error)

Animal = Enum("Animal", "CAT DOG", module=__name__)
Shape = Enum("Shape", {"SQUARE": 4, "TRI": 3})
print(list(Animal), list(Shape), Animal.CAT.__class__.__qualname__, IntEnum("I", ["a", "b"], start=5).b)


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coord.PY, Coord(1).label, bytes(Coord.PY))
try:
    repr(Coord.PY)
except TypeError as error:
    print(error)


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}-{count}"

    _ignore_ = ["temp"]
    temp = 5
    A = auto()
    B = auto()

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "anything" else None

    @nonmember
    class Inner:
        pass

    @member
    def doit():
        return 42


print(list(Auto)[:2], Auto("anything"), hasattr(Auto, "temp"), Auto.Inner.__name__, Auto.doit.name)
try:
    Auto("other")
except ValueError as error:
    print(error)
print([name for name in dir(Color) if not name.startswith("_")], enum.EnumMeta is enum.EnumType)
match Color(3):
    case Color.BLUE:
        print("matched blue")
