"""Answers are remembered until something is registered."""
from abc import ABC, get_cache_token

asked = []


class Base(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        asked.append(other.__name__)
        return NotImplemented


class A: ...


class B: ...


print(isinstance(A(), Base), isinstance(A(), Base), issubclass(A, Base), asked)
before = get_cache_token()
Base.register(B)
asked.clear()
print(issubclass(A, Base), issubclass(B, Base), asked, get_cache_token() > before)
asked.clear()
print(issubclass(B, Base), issubclass(B, Base), issubclass(A, Base), asked)
Base._abc_caches_clear()
asked.clear()
print(issubclass(B, Base), asked)
Base._abc_registry_clear()
Base._abc_caches_clear()
print(issubclass(B, Base))
