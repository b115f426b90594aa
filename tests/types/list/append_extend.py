"""append, extend, += and insert."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = []
print(items.append(1), items.extend("ab"), items)
items.extend(items)
items += (x * 2 for x in (1, 2))
items += items
print(items)
error(items.extend, 5)
error(items.append)
error(items.append, 1, 2)
try:
    items += 1
except TypeError as problem:
    print(problem)
def failing():
    yield "kept"
    raise ValueError("stopped")
items = [0]
error(items.extend, failing())
print(items)
items.insert(0, "front"); items.insert(-1, "before last"); items.insert(99, "end"); items.insert(-99, "start")
print(items)
error(items.insert, 2**100, 1)
error(items.insert, "a", 1)
error(items.insert, 1)
