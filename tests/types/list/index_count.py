"""index, count, in."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = [1, 2.0, True, "a", None, [1], 1]
print(items.index(1), items.index(1, 1), items.index(1, 3), items.index("a", -5, -2), items.count(1), items.count([1]))
print(2 in items, [1] in items, float("nan") in items)
nan = float("nan")
print(nan in [nan], [nan].index(nan), [nan].count(nan), [nan] == [nan])
error(items.index, "zz")
error(items.index, 1, 3, 5)
error(items.index, 1, None)
error(items.index, 1, "a")
error(items.index)
print(items.index(1, -2**70, 2**70))
class Shrinking:
    def __eq__(self, other):
        del items[1:]
        return False
    def __repr__(self):
        return "Shrinking()"
items = [Shrinking(), 1, 2, 3]
print(3 in items, items)
