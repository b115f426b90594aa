# enumerate: starts beyond 2**53 and 2**63, odd starts, failing iterators, reduce, keywords, length hints, subclasses.
import operator
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class Index:
    def __index__(self): return 7
for start in (0, -3, True, 2**53 - 1, 2**63 - 2, 2**64, -2**70, Index()):
    e = enumerate("abc", start)
    print([next(e), next(e), next(e)], next(e, "end"))
for bad in (1.0, "1", None, [], 1j):
    show(lambda: enumerate("a", bad))
show(lambda: enumerate())
show(lambda: enumerate(3))
show(lambda: enumerate("a", 1, 2))
show(lambda: list(enumerate(iterable="ab", start=5)))
show(lambda: list(enumerate(start=5, iterable="ab")))
show(lambda: enumerate("a", begin=1))
show(lambda: enumerate(sequence="a"))
show(lambda: operator.length_hint(enumerate([1, 2])))
def gen():
    yield 1
    raise LookupError("gen")
e = enumerate(gen())
print(next(e)); show(lambda: next(e)); show(lambda: next(e))
e = enumerate("abc", 10); next(e)
print(e.__reduce__()[1][1], list(e))
class E(enumerate):
    def __new__(cls, *args): print("new", len(args)); return super().__new__(cls, *args)
    def __next__(self): i, v = super().__next__(); return v, i
print(list(E("ab", 1)), type(E("")).__name__, E.__mro__[1].__name__, enumerate[int])
for i, (a, b) in enumerate(zip("xy", "zw")): print(i, a, b)
kept = []
for pair in enumerate("ab"): kept.append(pair)
print(kept, kept[0] is kept[1], enumerate("ab") == enumerate("ab"), iter(e) is e)
