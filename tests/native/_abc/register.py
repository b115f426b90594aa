"""Virtual subclasses."""
from abc import ABC, ABCMeta, abstractmethod, get_cache_token


class Shape(ABC):
    pass


class Square:
    pass


class Small(Square):
    pass


token = get_cache_token()
print(issubclass(Square, Shape), isinstance(Small(), Shape), Shape.register(Square) is Square)
print(issubclass(Square, Shape), isinstance(Small(), Shape), issubclass(Small, Shape), get_cache_token() != token, Square.__mro__)


@Shape.register
class Round:
    pass


class Sub(Shape):
    pass


Sub.register(int)
print(isinstance(Round(), Shape), isinstance(3, Shape), isinstance(True, Sub), isinstance("x", Shape), issubclass(int, Sub))
for action in [lambda: Shape.register(5), lambda: Sub.register(Shape), lambda: issubclass(3, Shape), lambda: isinstance(3, ABCMeta)]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
