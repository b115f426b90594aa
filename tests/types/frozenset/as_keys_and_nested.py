# frozensets as keys and elements: hash by content, equality with sets, lookups of sets by frozenset, nesting, operations that give frozensets.
a, b = frozenset([1, 2, 3]), frozenset([3, 2, 1, 1])
print(a == b, hash(a) == hash(b), a is b, {a: "found"}[b], {1, 2, 3} in {a}, {a} == {frozenset({1, 2, 3})}, hash(frozenset()) == hash(frozenset([])))
nested = frozenset([frozenset([1]), frozenset([frozenset()])])
print(nested == frozenset([frozenset([frozenset()]), frozenset([1])]), len(nested), {1} in nested, frozenset([frozenset()]) in nested)
hashes = {hash(frozenset(range(n))) for n in range(200)}
print(len(hashes), len({hash(frozenset([i, j])) for i in range(30) for j in range(i)}), len({hash(frozenset([i])) for i in range(1000)}))
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
show(lambda: a.add(1))
show(lambda: hash(frozenset([[]])))
show(lambda: frozenset(3))
show(lambda: frozenset([1], [2]))
show(lambda: frozenset(iterable=[1]))
show(lambda: {frozenset([1]): 1}[{1}])
show(lambda: {1}.__hash__)
show(lambda: (type(a | {4}).__name__, type({4} | a).__name__, type(a - b).__name__, type(a & {1}).__name__, type(a ^ [].__class__() if False else a ^ {1}).__name__))
show(lambda: sorted(map(sorted, {a, frozenset([9]), frozenset()})))
show(lambda: a <= {1, 2, 3, 4} and {1} < a and not a < a)
class F(frozenset):
    def __eq__(self, other): return "asked"
    def __hash__(self): return 5
f = F([1])
print(hash(f), f == 3, frozenset([1]) == f, {f: 1}, frozenset([f]) == frozenset([F([2])]), type(f | {2}).__name__, type(f.copy()).__name__, type(F(f)).__name__)
class WithState(frozenset):
    def __init__(self, items, tag=None): self.tag = tag
    def __new__(cls, items, tag=None): return super().__new__(cls, items)
w = WithState("ab", tag="t")
import copy, pickle
print(w.tag, copy.copy(w).tag if hasattr(copy.copy(w), "tag") else None, copy.copy(a) is a, copy.deepcopy(a) == a, pickle.loads(pickle.dumps(a)) == a)
powerset = {frozenset(x for i, x in enumerate("abc") if mask >> i & 1) for mask in range(8)}
print(len(powerset), frozenset("ba") in powerset, sum(map(len, powerset)), frozenset().union(*powerset) == frozenset("abc"), frozenset("abc").intersection(*powerset) == frozenset())
