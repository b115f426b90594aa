"""Keys of one kind are sorted in other ways than mixed ones: all give what comparing gives, equal keys in their order."""
import random

random.seed(7)


def check(name, items, **options):
    made = sorted(items, **options)
    key = options.get("key", lambda item: item)
    sign = -1 if options.get("reverse") else 1
    ordered = all(not (key(b) < key(a) if sign > 0 else key(a) < key(b)) for a, b in zip(made, made[1:]))
    stable = True
    places = {}
    for i, item in enumerate(items):
        places.setdefault(id(item), i)
    for a, b in zip(made, made[1:]):
        if not key(a) < key(b) and not key(b) < key(a) and places[id(a)] > places[id(b)]:
            stable = False
    print(name, len(made), ordered, stable, made[:3], made[-2:])


class Item:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def __repr__(self):
        return "%r/%r" % (self.a, self.b)


small = [Item(random.randrange(5), random.choice("xyz")) for _ in range(60)]
wide = [Item(random.randrange(-(2**53) + 1, 2**53), "w") for _ in range(60)]
for reverse in (False, True):
    check("ints", small, key=lambda item: item.a, reverse=reverse)
    check("negative", small, key=lambda item: -item.a, reverse=reverse)
    check("wide", wide, key=lambda item: item.a, reverse=reverse)
    check("long", wide, key=lambda item: item.a * 2**40, reverse=reverse)
    check("bools", small, key=lambda item: item.a > 2, reverse=reverse)
    check("int and bool", small, key=lambda item: item.a if item.a > 1 else item.a == 1, reverse=reverse)
    check("str", small, key=lambda item: item.b, reverse=reverse)
    check("pairs", small, key=lambda item: (item.b, -item.a), reverse=reverse)
    check("lengths", small, key=lambda item: (item.a, item.b)[: item.a % 3], reverse=reverse)
    check("floats in tuples", small, key=lambda item: (item.a / 2, item.b), reverse=reverse)
    check("bools in tuples", small, key=lambda item: (item.a > 2, item.b), reverse=reverse)
    check("empty tuples", small, key=lambda item: (), reverse=reverse)

for items in ([], [3], [2, 1], [0, -1, 2**60, 5], [(1, "a"), (1, 2)], [(1,), ("a",)], [(2, 1), [2, 1]], [1, "a"]):
    try:
        print(sorted(items), sorted(items, reverse=True))
    except TypeError as error:
        print(error)


class Pair(tuple):
    def __lt__(self, other):
        return self[1] < other[1]


print(sorted([Pair((1, 3)), Pair((2, 2)), Pair((3, 1))]), sorted([(1, 3), Pair((2, 2)), (0, 1)]))
nan = float("nan")
print(sorted([(nan, 1), (1.0, 2), (nan, 0)]), (nan,) < (nan,), (1, 2) < (1, 2, 0), (1, 2) <= (1, 2), (2,) > (1, 9))
