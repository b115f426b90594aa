# sort and sorted: keys computed once, reverse keeps stability, errors in keys and comparisons leave all elements in place.
import functools
calls = []
def key(value):
    calls.append(value)
    return value % 3
data = [7, 3, 9, 1, 4, 6, 10]
print(sorted(data, key=key), calls)
print(sorted(data, key=key, reverse=True), sorted(data, key=lambda v: -(v % 3)))
print(sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda p: p[0], reverse=True))
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
def bad_key(value):
    if value == 1:
        raise KeyError("bad")
    return value
values = list(data)
show(lambda: values.sort(key=bad_key))
print(values == data)
mixed = [3, "a", 1, None, 2]
show(lambda: mixed.sort())
print(sorted(map(str, mixed)))
class Explodes:
    count = 0
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        Explodes.count += 1
        if Explodes.count == 5:
            raise ZeroDivisionError("fifth comparison")
        return self.n < other.n
things = [Explodes(n) for n in (5, 2, 8, 1, 9, 0)]
show(things.sort)
print(sorted(t.n for t in things), len(things))
show(lambda: [].sort(None))
show(lambda: [2, 1].sort(key=None, reverse=None))
show(lambda: [2, 1].sort(reverse="yes"))
show(lambda: sorted([2, 1], lambda v: v))
show(lambda: sorted([2, 1], key=3))
show(lambda: sorted(3))
show(lambda: sorted())
show(lambda: sorted(iterable=[1]))
show(lambda: sorted({3: "c", 1: "a"}, key={1: 5, 3: 0}.get))
show(lambda: sorted("hello world", key=str.upper, reverse=True))
def compare(a, b):
    return (a > b) - (a < b)
K = functools.cmp_to_key(compare)
print(sorted([3, 1, 2], key=K), K(1) < K(2), K(1) == K(1), K(2) >= K(1))
show(lambda: K(1) < 3)
show(lambda: hash(K(1)))
class LtOnly:
    def __init__(self, v): self.v = v
    def __lt__(self, other): return NotImplemented
    def __gt__(self, other): return self.v > other.v
    def __repr__(self): return f"L{self.v}"
print(sorted([LtOnly(2), LtOnly(1), LtOnly(3)]))
