# Functions are objects: names, defaults, annotations and attributes of their own.
def f(a: int, b: "str" = "x", *args: float, **kw) -> list:
    """Doc."""
    return [a, b]


print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
print(f.__annotations__, f.__defaults__)
f.note = "own"
print(f.note, f.__dict__)
f.__name__ = "renamed"
f.__defaults__ = ("y",)
print(f.__name__, f(1))
f.__defaults__ = None
try:
    f(1)
except TypeError as error:
    print(error)


def outer():
    def inner():
        pass

    return inner, lambda: 0


print([g.__qualname__ for g in outer()])


class C:
    def method(self):
        pass


print(C.method.__qualname__, C().method.__func__ is C.method, C().method.__self__.__class__.__name__)
try:
    f.__code__ = 1
except TypeError as error:
    print(error)
g = lambda x: x + 1  # noqa: E731
g.__code__ = (lambda y: y * 100).__code__
print(g(2))
