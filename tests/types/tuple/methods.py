"""index, count, slices, arithmetic of tuples."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = (1, 2.0, True, "a", 1)
print(items.index(1, 1), items.count(1), items[1:3], items[::-1], items[-1], "a" in items)
error(items.index, 5)
error(items.index, 1, 3, 4)
error(items.__getitem__, 5)
error(items.__getitem__, "a")
error(lambda: (1,) + [2])
error(lambda: (1,) * "a")
print((1,) + (2,), (1, 2) * 2, 3 * (), (1,) * -1)
print((1, 2) < (1, 3), (1,) < (1, 2), (1, 2) == [1, 2], (1, 2) >= (1, 2), () < (0,))
error(lambda: (1,) < [1])
recursive = ([],)
recursive[0].append(recursive)
print(recursive, (1,), ())
error(lambda: {}[(1, [])])
error(hash, ([],))
try:
    items[0] = 5
except TypeError as problem:
    print(problem)
try:
    del items[0]
except TypeError as problem:
    print(problem)
try:
    del items["a"]
except TypeError as problem:
    print(problem)
