# Changing a container while something iterates over it: dicts and sets refuse, lists go on, deques and heaps by their rules.
from collections import OrderedDict, defaultdict, deque


def attempt(name, container, change):
    seen = []
    try:
        for item in container:
            seen.append(item)
            if len(seen) > 8:
                break
            change(container, item)
        print(name, "ended", seen)
    except RuntimeError as error:
        print(name, seen, "->", error)


attempt("dict add", {1: 1, 2: 2}, lambda d, k: d.setdefault(k + 10))
attempt("dict delete", {1: 1, 2: 2, 3: 3}, lambda d, k: d.pop(k))
attempt("dict replace value", {1: 1, 2: 2}, lambda d, k: d.update({k: 5}))
attempt("dict clear", {1: 1, 2: 2}, lambda d, k: d.clear())
attempt("dict add at last", {1: 1}, lambda d, k: d.setdefault(2))
attempt("set add", {1, 2}, lambda s, k: s.add(k + 10))
attempt("set discard", {1, 2, 3}, lambda s, k: s.discard(k))
attempt("set swap", {1, 2, 3}, lambda s, k: (s.discard(k), s.add(k + 8)))
attempt("list append", [1, 2], lambda l, k: l.append(k + 2))
attempt("list remove", [1, 2, 3, 4], lambda l, k: l.remove(k))
attempt("list insert", [1, 2], lambda l, k: l.insert(0, 0))
attempt("list clear", [1, 2, 3], lambda l, k: l.clear())
attempt("deque append", deque([1, 2]), lambda d, k: d.append(k))
attempt("deque rotate", deque([1, 2, 3]), lambda d, k: d.rotate(1))
attempt("deque item", deque([1, 2, 3]), lambda d, k: d.__setitem__(0, 9))
attempt("bytearray", bytearray(b"ab"), lambda b, k: b.append(k))
attempt("OrderedDict add", OrderedDict(a=1, b=2), lambda d, k: d.update({k + "x": 1}))
attempt("OrderedDict move", OrderedDict(a=1, b=2, c=3), lambda d, k: d.move_to_end("a"))
attempt("defaultdict miss", defaultdict(int, {1: 1}), lambda d, k: d[k + 1])
for view in ("keys", "values", "items"):
    table = {1: "a", 2: "b"}
    iterator = iter(getattr(table, view)())
    print(view, next(iterator), end=" ")
    table[3] = "c"
    for _ in range(2):
        try:
            next(iterator)
        except RuntimeError as error:
            print(error, end="; ")
    del table[3]
    try:
        print(next(iterator), end=" ")
    except RuntimeError as error:
        print(error, end="; ")
    print(iterator.__length_hint__())
exhausted = iter([1])
print(list(exhausted), list(exhausted))
items = [1]
late = iter(items)
next(late)
print(next(late, "end"))
items.append(2)
print(next(late, "stays ended"))
table = {1: 1, 2: 2, 3: 3}
backwards = reversed(table)
print(next(backwards), table.pop(3), end=" ")
try:
    next(backwards)
except RuntimeError as error:
    print(error)
try:
    dict.fromkeys(k for k in table if not table.update({k + 5: 0}))
except RuntimeError as error:
    print(error)
