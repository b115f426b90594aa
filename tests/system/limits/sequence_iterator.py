# The iterator over __getitem__ counts to sys.maxsize, exactly, and then refuses; __setstate__ and __reduce__ show its place.
import sys
class Seq:
    def __init__(self, end=None):
        self.end = end
    def __getitem__(self, index):
        if self.end is not None and index >= self.end:
            raise IndexError(index)
        return index - sys.maxsize
it = iter(Seq())
it.__setstate__(sys.maxsize - 2)
for _ in range(4):
    try:
        print(next(it))
    except OverflowError as error:
        print("OverflowError", error)
for state in (2**53 - 1, 2**53, -5, 0):
    it.__setstate__(state)
    print(it.__reduce__()[2] == max(state, 0), next(it) + sys.maxsize == max(state, 0), next(it) + sys.maxsize - max(state, 0))
for bad in (2**63, -2**63 - 1, 1.0, "1", None):
    try:
        it.__setstate__(bad)
        print("taken")
    except Exception as error:
        print(type(error).__name__, error)
short = iter(Seq(2))
print([value + sys.maxsize for value in short], list(short))
short.__setstate__(0)
print(list(short), short.__reduce__()[1])
