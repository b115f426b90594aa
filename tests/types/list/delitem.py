"""del list[index], del list[slice]."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


for key in (0, -1, slice(2, 5), slice(None, None, 2), slice(None, None, -3), slice(8, 1, -2), slice(5, 2), slice(None)):
    items = list(range(10))
    del items[key]
    print(key, items)
items = [1]
error(items.__delitem__, 1)
error(items.__delitem__, "a")
error(items.__delitem__, slice(None, None, 0))
print(items)
