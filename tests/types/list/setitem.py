"""Assigning to items and slices."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = list(range(10))
items[0] = "a"; items[-1] = "z"
print(items)
items[2:5] = items
print(items)
items[::3] = range(len(items[::3]))
print(items)
items[5:2] = ["in"]
items[100:] = ("end",)
items[:0] = {"first": 1}
print(items)
items[::-1] = list(range(len(items)))
print(items)
error(items.__setitem__, slice(None, None, 2), [1])
error(items.__setitem__, slice(0, 1), 5)
error(items.__setitem__, slice(None, None, 2), 5)
error(items.__setitem__, 99, 0)
error(items.__setitem__, "a", 0)
error(items.__setitem__, 0)
class Growing:
    def __iter__(self):
        items.clear()
        return iter("xyz")
items[1:3] = Growing()
print(items)
