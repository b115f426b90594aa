# Types of values, type() in both forms, and class objects as values.
values = [1, 1.0, 1j, True, None, "s", b"b", [], (), {}, set(), frozenset(), range(1), slice(1), print, len, lambda: 0, type, object, int, Exception(),
          NotImplemented, ..., (i for i in ()), iter([]), iter(()), iter({}), iter(""), iter(range(1)), {}.keys(), {}.items(), enumerate([]), zip(), map(len, []),
          property(), staticmethod(len), classmethod(len), super(int, 1), memoryview(b""), bytearray(), "".join, str.join, int.__add__, (1).__add__, int.from_bytes, object().__str__]
for v in values:
    print(type(v).__name__, end=" ")
print()
print(type(5) is int, type(type), type(int) is type, int.__class__, object.__bases__, type.__mro__, bool.__base__)


class Meta(type):
    pass


X = Meta("X", (), {"y": 1, "__doc__": "doc"})
print(X.y, X.__doc__, type(X).__name__, X.__module__, X.__qualname__)
table = {int: "integer", str: "string", X: "x"}
print([table[type(v)] for v in (1, "a", X())])
X.__name__ = "Renamed"
print(X.__name__, X.__qualname__, type(X()).__name__)
X.__bases__
try:
    type("A", (int, str), {})
except TypeError as error:
    print(error)
try:
    type(1, 2)
except TypeError as error:
    print(error)
try:
    int.x = 1
except TypeError as error:
    print(error)
