# list.sort and sorted: stability, keys that fail or change the list, comparisons of mixed types, what is called how often.
import functools


class Item:
    compared = 0

    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        Item.compared += 1
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


def attempt(label, function):
    try:
        print(" ", label, "=", function())
    except Exception as error:
        print(" ", label, "!", type(error).__name__, error)


items = [Item(k, t) for k, t in zip((3, 1, 2, 1, 3, 2, 1), "abcdefg")]
print(sorted(items), sorted(items, reverse=True), Item.compared)
items.sort(reverse=True)
print(items)
for n in (2, 3, 10, 33, 64, 65, 100, 1000):
    Item.compared = 0
    data = [Item(i * 7919 % n, "") for i in range(n)]
    data.sort()
    first = Item.compared
    Item.compared = 0
    data.sort()
    second = Item.compared
    Item.compared = 0
    data.reverse()
    data.sort()
    print(n, first, second, Item.compared, [d.key for d in data] == sorted(d.key for d in data))


def mutating(change):
    data = [3, 1, 2]

    def key(x):
        change(data)
        return x

    try:
        data.sort(key=key)
    except ValueError as error:
        print(" ", error, data)
    else:
        print("  sorted", data)


mutating(lambda data: data.append(9))
mutating(lambda data: data.clear())
mutating(lambda data: len(data))
mutating(lambda data: data.extend(data))
mutating(lambda data: data.insert(0, "x") or data.pop())


class Fails:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 5 or other.n == 5:
            raise RuntimeError("five")
        return self.n < other.n

    def __repr__(self):
        return f"F{self.n}"


data = [Fails(n) for n in (9, 3, 7, 1, 5, 2, 8)]
attempt("fails", data.sort)
print(sorted(map(repr, data)), len(data))


def bad_key(x):
    if x == 2:
        raise KeyError("two")
    return -x


data = [1, 2, 3]
attempt("key fails", lambda: data.sort(key=bad_key))
print(data)
attempt("key none", lambda: sorted([3, 1], key=None, reverse=0))
attempt("key no function", lambda: sorted([3, 1], key=5))
attempt("key no function, empty", lambda: sorted([], key=5))
attempt("key of two", lambda: sorted([3, 1], key=lambda a, b: a))
attempt("reverse text", lambda: sorted([3, 1], reverse="x"))
attempt("reverse float", lambda: sorted([3, 1], reverse=1.0))
attempt("positional", lambda: [1].sort(len))
for values in ([1, "a"], ["a", 1], [1, None], [None, 1], [1j, 2], [{}, {}], [(1, "a"), (1, 2)], [[1, 2], [1, "x"]], [1, 2.5, True, 10**20], [b"b", "a"], [(1,), [1]], [object(), 1], [float("nan"), 1.0, 0.5], [3, float("nan"), 1, 2], [(1, float("nan")), (1, 0.0)], ["b", "\U0001f600", "\uffff"], [b"\xff", b"a"], [2**70, -(2**70), 0], [1.5, 10**400, -1]):
    attempt(f"{values if 'object' not in repr(values) else 'object'}", lambda: sorted(values))


class Weird:
    def __init__(self, answer):
        self.answer = answer

    def __lt__(self, other):
        return self.answer

    def __repr__(self):
        return f"W{self.answer!r}"


attempt("truth of text", lambda: sorted([Weird("x"), Weird("")]))
attempt("NotImplemented", lambda: sorted([Weird(NotImplemented), Weird(NotImplemented)]))


class NoBool:
    def __bool__(self):
        raise ValueError("no bool")

    def __repr__(self):
        return "NoBool"


attempt("no bool", lambda: sorted([Weird(NoBool()), Weird(1)]))


class OnlyGt:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n

    def __repr__(self):
        return f"G{self.n}"


attempt("only gt", lambda: sorted([OnlyGt(3), OnlyGt(1), OnlyGt(2)]))
compare = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
attempt("cmp_to_key", lambda: sorted([3, 1, 2], key=compare))
attempt("cmp fails", lambda: sorted([3, "a"], key=compare))
attempt("cmp text", lambda: sorted([3, 1], key=functools.cmp_to_key(lambda a, b: "x")))
print(compare(1) < compare(2), compare(1) == compare(1), compare(5).obj)
attempt("cmp other", lambda: compare(1) < 1)
attempt("cmp hash", lambda: hash(compare(1)))


class IntSub(int):
    def __lt__(self, other):
        print("   lt", int(self), int(other))
        return int.__gt__(self, other)


attempt("int subclass", lambda: sorted([IntSub(1), IntSub(3), IntSub(2)]))
attempt("mixed subclass", lambda: sorted([1, IntSub(3), 2]))
calls = []
attempt("key once", lambda: (sorted([3, 1, 2], key=lambda x: calls.append(x) or x), calls))
attempt("min", lambda: (min([3, 1, 2], key=lambda x: -x), max("abc", key=ord), min([], default="none"), max((1, "a"), (1, "b"))))
attempt("min mixed", lambda: min(1, "a"))
pairs = [(i % 3, i) for i in range(9)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
recursive = []
recursive.append(recursive)
attempt("recursive", lambda: sorted([recursive, recursive]))
attempt("recursive other", lambda: sorted([recursive, [recursive]]))
