"""list[index] and list[slice]."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = [10, 20, 30, 40, 50]
class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value
for key in (0, -1, 4, True, Index(2), slice(1, 3), slice(None, None, -1), slice(-2, None), slice(None, None, 2),
            slice(4, 0, -2), slice(10, 20), slice(Index(1), Index(4)), slice(2**70), slice(-2**70, 2)):
    print(items[key])
for key in (5, -6, "a", 1.0, None, (1, 2), 2**70, slice("a"), slice(1, 2, 0)):
    error(items.__getitem__, key)
error(items.__getitem__)
