"""pop, remove, clear."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = list("abcdea")
print(items.pop(), items.pop(0), items.pop(-2), items)
items.remove("c")
print(items)
error(items.remove, "zz")
error(items.pop, 9)
error(items.pop, -9)
error(items.pop, "a")
error(items.pop, 2**70)
error(items.pop, 1, 2)
error([].pop)
items.clear()
print(items)
class Meddler:
    def __eq__(self, other):
        items.clear()
        return True
items = [Meddler(), 1, 2]
error(items.remove, 5)
print(items)
