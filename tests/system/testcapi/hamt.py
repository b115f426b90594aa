"""The map of a context as CPython's own tests reach it: sharing, collisions of hashes, errors of keys, the order of a trie."""
from _testcapi import hamt


class Key:
    def __init__(self, hash, name, wicked=False):
        self.hash, self.name, self.wicked = hash, name, wicked

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        if self.wicked or other.wicked:
            raise ValueError("compared")
        return (self.hash, self.name) == (other.hash, other.name)

    def __repr__(self):
        return self.name


empty = hamt()
print(empty is hamt(), len(empty), list(empty), type(empty)() == empty, type(empty)() is empty)
one = empty.set("a", 1)
print(one is one.set("a", 1), one is one.set("a", 2), len(one.set("b", 3)), one.delete("x") is one, one.delete("a") is empty)
keys = [Key(hash, f"k{i}") for i, hash in enumerate([5, 5, 5 + 32, 5 + 1024, 7, 100_000, -3, 2**40 + 5])]
full = empty
for i, key in enumerate(keys):
    full = full.set(key, i)
print(len(full), list(full), list(full.values()), list(full.items())[:2], len(full.keys()))
print([full[key] for key in keys], full.get(Key(5, "no")), full.get(Key(5, "no"), "default"), Key(7, "k4") in full, Key(7, "k") in full)
less = full
for key in keys[:-1]:
    less = less.delete(key)
    print(len(less), [each.name for each in less], end=" ")
print(len(full), less.delete(keys[-1]) is empty)
print(full == full.set(Key(7, "k4"), 4), full == full.set(Key(7, "k4"), 5), full != less, full == 1, one.set("b", 1) == empty.set("b", 1).set("a", 1))
many = empty
for number in range(3000):
    many = many.set(number * 7919 % 100_003, number)
print(len(many), sum(many.values()), list(many)[:8])
for number in range(2990):
    many = many.delete(number * 7919 % 100_003)
print(sorted(many.items()))
for action in [lambda: full.get([]), lambda: full[Key(5, "w", True)], lambda: full.set(Key(37, "w", True), 1), lambda: full.delete(Key(5, "w", True)), lambda: one["x"],
               lambda: hash(one), lambda: one < one, lambda: one.set(1), lambda: type(iter(one))(), lambda: hamt(1)]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(len(full), [type(each()).__name__ for each in (one.keys, one.values, one.items, one.__iter__)])
