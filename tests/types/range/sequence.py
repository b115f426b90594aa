"""range: items, slices, membership, equality."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


for r in (range(0), range(5), range(2, 10, 3), range(10, 0, -4), range(10**20, 10**20 + 3), range(-3, 3)):
    print(r, len(r), list(r), list(reversed(r)), r[::2], r[::-1], bool(r), hash(r) == hash(range(*r[::1].__reduce__()[1])))
print(range(5)[1], range(5)[-1], range(10**30)[10**29], range(10)[2:8:2][1:], range(0, 10, 3)[5:1:-1])
print(3 in range(5), 3.0 in range(5), "a" in range(5), 10**20 in range(10**30), True in range(2), 4 in range(0, 10, 3))
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2])
print(range(10).index(3), range(0, 10, 5).index(5), range(3).count(1), range(3).count("a"), range(3).index(1.0))
error(range(3).index, 9)
error(range(3).index, "a")
error(range(3).__getitem__, 3)
error(range(3).__getitem__, "a")
error(lambda: range(3) < range(4))
error(len, range(2**70))
print(range(1, 2, 3).start, range(1, 2, 3).stop, range(1, 2, 3).step)
