"""isinstance through __class__ and through overridden checks."""
from abc import ABC, ABCMeta


class Proxy:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


class Base(ABC):
    pass


class Child(Base):
    pass


class Even(ABCMeta):
    def __instancecheck__(cls, instance):
        return isinstance(instance, int) and instance % 2 == 0


class EvenNumber(metaclass=Even):
    pass


print(isinstance(Proxy(Child), Base), isinstance(Proxy(int), Base), isinstance(Proxy(Base), Child), isinstance(Child(), (int, Base)))
print(isinstance(4, EvenNumber), isinstance(5, EvenNumber), issubclass(int, EvenNumber), isinstance(Child(), Base | int), issubclass(Child, (str, Base)))
print([isinstance(Child(), Base) for _ in range(3)], [isinstance(1, Base) for _ in range(3)])
Base.register(int)
print(isinstance(1, Base), isinstance(1, Child), isinstance(True, Base))


class Dynamic(ABC):
    pass


class Later(Dynamic):
    pass


Later.register(str)
print(isinstance("x", Dynamic), issubclass(str, Dynamic), Dynamic._abc_impl.__class__.__name__)
