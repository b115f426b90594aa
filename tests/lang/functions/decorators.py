# Decorators apply from the inside out; they may take arguments, keep state and replace classes.
import functools


def trace(tag):
    print("make", tag)

    def wrap(function):
        print("wrap", tag, function.__name__)

        @functools.wraps(function)
        def inner(*args):
            print(tag, "before", args)
            try:
                return function(*args)
            finally:
                print(tag, "after")

        return inner

    return wrap


@trace("outer")
@trace("inner")
def add(a, b):
    "Adds."
    return a + b


print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__.__name__)
registry = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


@register
class Plugin:
    pass


print(list(registry))


class Count:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Count
def square(x):
    return x * x


print(square(3), square(4), square.calls)
table = [lambda f: f, staticmethod]


@table[0]
def indexed():
    return "indexed"


@(lambda f: f())
def value():
    return "called at once"


print(indexed(), value)
