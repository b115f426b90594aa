"""tuple(): sharing, subclasses, refusals."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


pair = (1, 2)
empty = ()
print(tuple(pair) is pair, tuple() is empty, tuple([]) is empty, pair[:] is pair, pair + () is pair, pair * 1 is pair)
print(tuple("ab"), tuple({1: 2}), tuple(x for x in range(3)))
error(tuple, 5)
error(tuple, 1, 2)
error(tuple, iterable=())
class Point(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))
point = Point(1, 2)
print(point, type(point[:]).__name__, type(point + ()).__name__, type(point * 1).__name__, point == (1, 2), tuple(point))
class Keyed(tuple):
    def __init__(self, items, key=None):
        self.key = key
keyed = Keyed([1], key=2)
print(keyed, keyed.key)
class Plain(tuple):
    pass
error(Plain, a=1)
print(point.__getnewargs__(), hash(point) == hash((1, 2)))
