"""Iteration by __getitem__ alone, and iter(callable, sentinel)."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Old:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError(index)
        return index * 2
class Sized(Old):
    def __len__(self):
        return 3
class Stops:
    def __getitem__(self, index):
        if index:
            raise StopIteration
        return "once"
print(list(Old()), 4 in Old(), 5 in Old(), tuple(Sized()), max(Old()), [*Old()], list(Stops()), list(reversed(Sized())))
iterator = iter(Sized())
print(iterator.__length_hint__(), next(iterator), iterator.__length_hint__(), iterator.__reduce__()[2], type(iterator))
iterator.__setstate__(3)
print(list(iterator), list(iterator), iterator.__reduce__()[1])
print(iter(Old()).__length_hint__())
calls = iter([1, 2, 3, 0, 5]).__next__
print(list(iter(calls, 0)), calls())
counting = iter(lambda: 1, 1)
print(next(counting, "end"), counting.__reduce__()[1], type(counting))
def stops():
    raise StopIteration
print(list(iter(stops, None)))
error(iter, 5, 6)
error(iter, 5)
class NotIterator:
    def __iter__(self):
        return 5
class Blocked:
    __iter__ = None
    def __getitem__(self, index):
        return 1
for value in (NotIterator(), Blocked()):
    error(iter, value)
    error(lambda: 1 in value)
    error(lambda: [*value])
