"""list iterators: growing lists, length hints, pickling."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if len(items) < 6:
        items.append(item * 10)
print(seen)
iterator = iter([1, 2, 3])
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), iterator.__reduce__())
iterator.__setstate__(0); print(list(iterator)); print(iterator.__reduce__(), iterator.__length_hint__())
iterator = iter([1, 2, 3]); iterator.__setstate__(-5); print(next(iterator)); iterator.__setstate__(99); print(list(iterator))
error(iter([1]).__setstate__, "a")
backwards = reversed([1, 2, 3])
print(next(backwards), backwards.__length_hint__(), list(backwards), backwards.__length_hint__())
items = [1, 2, 3]
backwards = reversed(items)
items.clear()
print(list(backwards))
finished = iter([])
print(next(finished, "end"))
error(type(finished))
print(type(finished), type(backwards))
