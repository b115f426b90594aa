"""__subclasshook__ decides, or leaves it open."""
from abc import ABC
import collections.abc as c


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Quacks:
            return NotImplemented
        return any("quack" in base.__dict__ for base in other.__mro__) or NotImplemented


class Duck:
    def quack(self): ...


class Strict(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return other is Duck


class Wrong(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return "yes"


print(issubclass(Duck, Quacks), isinstance(Duck(), Quacks), issubclass(int, Quacks), issubclass(Duck, Strict), issubclass(Strict, Strict))
try:
    issubclass(int, Wrong)
except AssertionError as error:
    print(error)
for name in ["Hashable", "Iterable", "Iterator", "Reversible", "Sized", "Container", "Callable", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Set", "Buffer", "Awaitable", "Generator"]:
    cls = getattr(c, name)
    print(name, [type(x).__name__ for x in (1, "s", b"", [], (), {}, set(), frozenset(), range(1), iter([]), len, memoryview(b""), (i for i in ()), None) if isinstance(x, cls)])
