"""range(): arguments and iterators."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Index:
    def __index__(self):
        return 4
print(range(Index()), range(True), range(1, Index(), 2))
for args in ((), (1, 2, 3, 4), (1.5,), ("a",), (1, 2, 0), (None,)):
    error(range, *args)
error(range, stop=5)
iterator = iter(range(3))
print(next(iterator), iterator.__length_hint__(), iterator.__reduce__())
iterator.__setstate__(1)
print(list(iterator), iterator.__reduce__())
big = iter(range(10**20, 10**20 + 5))
print(next(big), big.__length_hint__(), big.__reduce__(), type(big))
big.__setstate__(2)
print(list(big))
error(type(iterator))
error(type("Sub", (int,), {}).__new__, range)
try:
    class Sub(range):
        pass
except TypeError as problem:
    print(problem)
try:
    range(3).start = 1
except AttributeError as problem:
    print(problem)
