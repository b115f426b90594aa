"""A set that is changed while it is walked; recursive reprs; iterators."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


def grow():
    items = {1, 2}
    for item in items:
        items.add(item + 10)
def shrink():
    items = {1, 2, 3}
    for item in items:
        items.discard(item)
error(grow)
error(shrink)
iterator = iter({1, 2, 3})
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), iterator.__reduce__(), list(iterator))
print(iterator.__length_hint__(), next(iterator, "end"), type(iterator))
class Box:
    def __init__(self):
        self.items = set()
    def __repr__(self):
        return f"Box({self.items})"
box = Box()
box.items.add(box)
print(box)
class Meddler:
    def __eq__(self, other):
        items.clear()
        return False
    def __hash__(self):
        return 1
items = {Meddler()}
print(Meddler() in items, items)
