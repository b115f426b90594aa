# Aggregates with keys and defaults; stability of sorting.
print(min(3, 1, 2), max([1, 5, 2]), min("hello"), max(["a", "bb", "cc"], key=len), min([], default="none"))
print(sum([1, 2, 3]), sum([0.1] * 10), sum([[1], [2]], []), sum(range(5), 100), sum([True, True]))
data = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True))
words = "the Quick brown fox Jumps".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
words.sort(key=lambda w: (len(w), w))
print(words)
for action in (lambda: min([]), lambda: max(1), lambda: sum(["a"]), lambda: sum("ab", ""), lambda: sorted([1, "a"]),
               lambda: sorted([1], lambda x: x), lambda: min(1, 2, default=3)):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Item:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.compared += 1
        return self.n < other.n


items = [Item(n) for n in (3, 1, 2)]
print([i.n for i in sorted(items)], Item.compared > 0)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(5), round(1e20))
print(abs(-3), abs(-2.5), divmod(-7, 2), pow(2, 10), pow(2, 10, 1000), pow(2.0, -1))
