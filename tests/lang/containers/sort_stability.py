# Sorting: stability, reverse stability, keys called once, a list changed while sorting, and odd comparisons.
import functools


class Item:
    calls = 0

    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        Item.calls += 1
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


items = [Item(k, t) for t, k in zip("abcdefgh", [2, 1, 2, 1, 3, 2, 1, 3])]
print(sorted(items), sorted(items, reverse=True))
print(sorted(items, key=lambda i: i.key % 2), sorted(items, key=lambda i: -i.key, reverse=True))
Item.calls = 0
sorted(Item(n, "") for n in range(100))
ascending = Item.calls
Item.calls = 0
sorted(Item(-n, "") for n in range(100))
descending = Item.calls
Item.calls = 0
sorted(Item(n * 37 % 101, "") for n in range(100))
print(ascending, descending, Item.calls)
Item.calls = 0
sorted([Item(1, n) for n in range(50)], reverse=True)
print(Item.calls)
keys = []
print(sorted("banana", key=lambda c: keys.append(c) or c), "".join(keys))
work = [3, 1, 2]


def spies(value):
    print("during:", work, len(work), end=" ")
    return value


work.sort(key=spies)
print(work)
work = [3, 1, 2]


def changes(value):
    work.append(value)
    return value


try:
    work.sort(key=changes)
except ValueError as error:
    print(error, work)


def fails(value):
    if value == 2:
        raise KeyError(value)
    return -value


work = [1, 2, 3]
try:
    work.sort(key=fails)
except KeyError as error:
    print("KeyError", error, work)
for data in ([1, "a"], [1, None], [1j, 2j], [[1], (1,)], [{}, {}], [float("nan"), 1.0, 0.5], [True, 0, 1.5, 2**70, -1], ["b", "\U0001F600", "\uffff", "a"], [b"b", bytearray(b"a")], [(1, "x"), (1, 2)], [(1, "x"), (0, 2)], [[3], [1, 2], [1]], [(2,), (1, None), (1,)], [frozenset([1]), frozenset()], [1, 2.0, "x"]):
    try:
        print(ascii(sorted(data)))
    except TypeError as error:
        print(data, error)


class OnlyGreater:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n


print([o.n for o in sorted([OnlyGreater(2), OnlyGreater(1)])])
for call in (lambda: [].sort(None), lambda: [2, 1].sort(key=1), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: sorted(1), lambda: [1].sort(reverse="x"), lambda: [1].sort(reverse=None), lambda: [1, 2].sort(cmp=1), lambda: sorted([1], key=None, reverse=2**70), lambda: sorted(iterable=[1])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(sorted("bca", key=functools.cmp_to_key(lambda x, y: (x < y) - (x > y))), max([3, 1], key=functools.cmp_to_key(lambda x, y: y - x)))
