"""hash, id, callable, format."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(hash(1) == hash(1.0) == hash(True), hash(-1), hash(-2), hash("a") == hash("a"), hash(None) == hash(None))
for value in ([], {}, set(), slice([], 1), ([],), bytearray()):
    error(hash, value)
class Hashed:
    def __init__(self, value):
        self.value = value
    def __hash__(self):
        return self.value
print(hash(Hashed(5)), hash(Hashed(-1)), hash(Hashed(True)))
error(hash, Hashed("a"))
class Equal:
    def __eq__(self, other):
        return True
error(hash, Equal())
a = object()
print(id(a) == id(a), id(a) == id(object()), callable(len), callable(5), callable(Equal), callable(Equal()), callable(lambda: 1))
print(format(5), format(5, "03d"), format("a", ">3"), format(1.5, ".2f"), format([1]))
error(format, [1], "x")
error(format, 5, 5)
error(format, 5, "zz")
class Formats:
    def __format__(self, spec):
        return spec.upper() if spec else 5
print(format(Formats(), "abc"))
error(format, Formats())
