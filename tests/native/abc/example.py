# abc and numbers: abstract classes, virtual subclasses, the numeric tower.
import abc
import numbers
from abc import ABC, ABCMeta, abstractmethod
from fractions import Fraction


class Shape(ABC):
    kind = "shape"

    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    @staticmethod
    @abstractmethod
    def helper(): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    name = "square"

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def helper():
        return "help"


class Half(Shape):
    def area(self):
        return super().area()


print(Square(3).describe(), Square.unit().area(), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__, Shape.area.__isabstractmethod__, isinstance(Square(1), Shape))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Duck:
            return any("quack" in c.__dict__ for c in other.__mro__) or NotImplemented
        return NotImplemented


class Mallard:
    def quack(self): ...


class Robot:
    pass


print(issubclass(Mallard, Duck), isinstance(Robot(), Duck), Duck.register(Robot) is Robot, isinstance(Robot(), Duck), issubclass(int, Duck))


@Duck.register
class Decoy:
    pass


print(issubclass(Decoy, Duck), abc.get_cache_token() == abc.get_cache_token())
Shape.area = lambda self: 0
print(sorted(abc.update_abstractmethods(Shape).__abstractmethods__))
for action in (lambda: Duck.register(5), lambda: issubclass(5, Duck), lambda: Square.register(Shape), lambda: type("X", (ABC,), {"f": abstractmethod(lambda s: 0)})()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
tower = (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
for value in (1, True, 1.5, 2j, Fraction(1, 2), "s"):
    print(repr(value), [t.__name__ for t in tower if isinstance(value, t)])


class Mod7(numbers.Integral):
    def __init__(self, v):
        self.v = v % 7

    def __int__(self):
        return self.v

    def __repr__(self):
        return f"Mod7({self.v})"

    for _name in "add mul and or xor lshift rshift pow mod floordiv truediv".split():
        exec(f"def __{_name}__(self, o): return Mod7(getattr(self.v, '__{_name}__')(int(o)))\ndef __r{_name}__(self, o): return Mod7(getattr(int(o), '__{_name}__')(self.v))")
    for _name in "neg pos abs invert trunc ceil floor".split():
        exec(f"def __{_name}__(self): return Mod7(self.v.__{_name}__())")

    def __round__(self, ndigits=None):
        return self

    def __eq__(self, other):
        return self.v == int(other) % 7

    def __lt__(self, other):
        return self.v < int(other)

    def __le__(self, other):
        return self.v <= int(other)


m = Mod7(5)
print(m + 4, 4 + m, m * m, -m, m.numerator, m.denominator, m.real, m.imag, complex(m), float(m), m.conjugate(), m - 6, divmod(m, 3), m == 12, bool(Mod7(7)), hash(numbers) is not None, [10, 20, 30, 40, 50, 60][m])
