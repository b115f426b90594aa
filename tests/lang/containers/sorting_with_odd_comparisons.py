# sort, min, max, bisect and heapq with comparisons that fail, lie, count or give odd values.
import bisect
import functools
import heapq


class Counted:
    comparisons = 0

    def __init__(self, value, tag=""):
        self.value, self.tag = value, tag

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.value < other.value

    def __repr__(self):
        return f"{self.value}{self.tag}"


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


def count(items):
    Counted.comparisons = 0
    result = sorted(items)
    return Counted.comparisons, result == sorted(result, key=lambda c: c.value)


for size in (0, 1, 2, 3, 10, 33, 64, 65, 100, 257):
    for name, order in {"up": range(size), "down": range(size, 0, -1), "same": [0] * size, "saw": [i % 7 for i in range(size)], "mixed": [(i * 7919) % 101 for i in range(size)], "almost": [*range(size - 1), -1]}.items():
        print(size, name, *count([Counted(i) for i in order]))
items = [Counted(i % 3, chr(97 + i)) for i in range(9)]
print(sorted(items), sorted(items, reverse=True), min(items), max(items))


class Odd:
    def __init__(self, answer):
        self.answer = answer

    def __lt__(self, other):
        return self.answer


class NoBool:
    def __bool__(self):
        raise ValueError("no bool")


attempt("truthy answers", lambda: len(sorted([Odd([1]), Odd(""), Odd(5)])))
attempt("no bool", lambda: sorted([Odd(NoBool()), Odd(NoBool())]))
attempt("NotImplemented", lambda: sorted([Odd(NotImplemented), Odd(NotImplemented)]))
attempt("mixed", lambda: sorted([1, "a"]))
attempt("mixed later", lambda: sorted([3, 2, 1, None]))
attempt("tuples", lambda: sorted([(1, "a"), (1, 2)]))
attempt("tuples that need no second", lambda: sorted([(2, "a"), (1, 2)]))
attempt("nan", lambda: sorted([3.0, float("nan"), 1.0, 2.0]))
attempt("ints and floats", lambda: sorted([2**53 + 1, 2.0**53, 2**53]))
attempt("strings", lambda: sorted(["b", "\U0001f600", "\uffff", "a", "\ud800"]) == ["a", "b", "\ud800", "\uffff", "\U0001f600"])
attempt("cmp", lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
attempt("cmp wrong", lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: "x")))
attempt("key of itself", lambda: sorted([[3], [1]], key=lambda v: v))
attempt("reverse keeps ties", lambda: sorted([(1, "a"), (0, "b"), (1, "c")], key=lambda t: t[0], reverse=True))
attempt("min key", lambda: (min([3, -5, 2], key=abs), max([], default="none"), min((), default=None, key=5)))
attempt("min default", lambda: min(1, 2, default=3))
attempt("min empty", lambda: min([]))
attempt("min one", lambda: min(5))
Counted.comparisons = 0
attempt("bisect", lambda: (bisect.bisect([Counted(i) for i in range(100)], Counted(37)), Counted.comparisons))
attempt("bisect key", lambda: bisect.bisect_left(["a", "bb", "cccc"], 3, key=len))
attempt("bisect low", lambda: bisect.bisect([1, 2], 1, -1))
heap = [Counted((i * 37) % 50) for i in range(50)]
Counted.comparisons = 0
heapq.heapify(heap)
print(Counted.comparisons, [heapq.heappop(heap).value for _ in range(5)], Counted.comparisons)
attempt("heap of odd", lambda: heapq.heappush([1, "a"], None))
attempt("nlargest", lambda: heapq.nlargest(2, [3, 1, 2], key=lambda v: -v))
