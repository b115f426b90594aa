"""Abstract methods."""
from abc import ABC, ABCMeta, abstractmethod, update_abstractmethods


class Base(ABC):
    @abstractmethod
    def f(self): ...

    @property
    @abstractmethod
    def g(self): ...

    @classmethod
    @abstractmethod
    def h(cls): ...


class Half(Base):
    def f(self):
        return 1


class Full(Half):
    g = 2

    @classmethod
    def h(cls):
        return cls.__name__


print(sorted(Base.__abstractmethods__), sorted(Half.__abstractmethods__), Full.__abstractmethods__, Full().f(), Full.h())
for cls in (Base, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
Half.g = Half.h = None
print(sorted(Half.__abstractmethods__), sorted(update_abstractmethods(Half).__abstractmethods__), isinstance(Half(), Base))


class Plain(metaclass=ABCMeta):
    @abstractmethod
    def x(self): ...


try:
    Plain()
except TypeError as error:
    print(error)
