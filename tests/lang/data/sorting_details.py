# Sorting: stability, keys evaluated once, partial orders, and a list that changes while it is sorted.
records = [("b", 1), ("a", 1), ("c", 0), ("a", 0)]
print(sorted(records, key=lambda r: r[1]), sorted(records, key=lambda r: r[1], reverse=True), sorted(sorted(records), key=lambda r: -r[1]))
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
print(sorted([True, 2, 0.5, -1]), sorted(["b", "B", "a", "A"]), sorted([(1, "x"), (1, "a"), (0, "z")]), sorted("a1B2"), sorted([[2], [1, 5], []]))
print(sorted([5, 3, 1, 2, 4] * 20)[:12], sorted(range(100, 0, -1)) == list(range(1, 101)), sorted({"b": 1, "a": 2}))
nan = float("nan")
print(len(sorted([3, nan, 1, 2])), sorted([1.5, 1, True], key=float))
a = [3, 1, 2]


def meddling(x):
    a.append(x)
    return x


try:
    a.sort(key=meddling)
except ValueError as error:
    print(error, a)


class Reversed:
    def __init__(self, x):
        self.x = x

    def __lt__(self, other):
        return self.x > other.x


print([r.x for r in sorted(map(Reversed, [1, 3, 2]))], min(map(Reversed, [1, 3, 2])).x)


class Bad:
    def __lt__(self, other):
        raise RuntimeError("no order")


bad = [Bad(), Bad(), Bad()]
try:
    bad.sort()
except RuntimeError as error:
    print(error, len(bad))
words = "banana Apple cherry apple Banana".split()
print(sorted(words, key=str.casefold), sorted(words, key=lambda w: (w.lower(), w)), sorted(words, key=len)[0])
