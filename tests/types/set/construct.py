"""set() and frozenset(): arguments, sharing, subclasses, pickling."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(set(), set("a"), set([1, 1]), frozenset(), frozenset([1]), set({1: 2}), set(range(3)))
error(set, 5)
error(set, 1, 2)
error(set, x=1)
error(frozenset, 5)
error(frozenset, 1, 2)
error(frozenset, x=1)
frozen = frozenset([1])
print(frozenset(frozen) is frozen, frozen.copy() is frozen, frozen | set() is frozen, set(frozen))
class Set(set):
    pass
class Frozen(frozenset):
    def __new__(cls, items=(), name=None):
        self = super().__new__(cls, items)
        self.name = name
        return self
error(Set, 1, 2)
error(Set, x=1)
print(Frozen([1], name="n").name, Frozen([1]), type(Frozen([1]) | {2}).__name__, type(Frozen().copy()).__name__)
print({1}.__reduce__(), frozen.__reduce__(), Set([1]).__reduce__())
items = {1, 2}
items.__init__([9])
print(items)
error(items.__init__, 1, 2)
