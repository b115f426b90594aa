# Abstract base classes: abstract methods, registration and __subclasshook__.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


try:
    Shape()
except TypeError as error:
    print(error)


class Half(Shape):
    def area(self):
        return super().area() + 1


try:
    Half()
except TypeError as error:
    print(error)


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


print(Square(3).describe(), sorted(Shape.__abstractmethods__), Square.__abstractmethods__)


class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "size") else NotImplemented


class HasSize:
    size = 1


class Plain:
    pass


print(issubclass(HasSize, Sized), isinstance(Plain(), Sized))
Sized.register(Plain)
print(isinstance(Plain(), Sized), Sized in Plain.__mro__)
