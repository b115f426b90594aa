# == and != between lists, tuples, dicts, sets, views, deques, ranges, arrays and subclasses: types, order, identity, cycles, reflected calls.
import collections, array
pairs = [([1], (1,)), ([1, 2], [1, 2]), ([1], [1.0]), ((), ()), ({}, {}), ({1: 2}, {1.0: 2.0}), ({1, 2}, frozenset([2, 1])), ({}, set()), ([], {}), ({"a": 1}.keys(), {"a"}), ({"a": 1}.items(), {("a", 1)}), ({"a": 1}.values(), {"a": 1}.values()), (range(3), [0, 1, 2]), (collections.deque([1]), [1]), (collections.deque([1]), collections.deque([1], 5)), (collections.OrderedDict(a=1, b=2), collections.OrderedDict(b=2, a=1)), (collections.OrderedDict(a=1, b=2), {"b": 2, "a": 1}), (collections.Counter(a=1), {"a": 1}), (collections.Counter(a=1, b=0), collections.Counter(a=1)), (collections.UserList([1]), [1]), (collections.UserDict(a=1), {"a": 1}), (array.array("i", [1]), array.array("d", [1])), (array.array("i", [1]), [1]), (b"a", bytearray(b"a")), (b"a", "a"), (memoryview(b"a"), b"a"), ("", b""), (collections.ChainMap({"a": 1}), {"a": 1}), (collections.defaultdict(int, a=1), {"a": 1})]
for a, b in pairs: print(type(a).__name__, type(b).__name__, a == b, b == a, a != b)
class L(list):
    def __eq__(self, other): return "L.__eq__"
class M(list): pass
print([1] == L([2]), L() == [1], [1] == M([1]), M([1]) == [1], [1] != L([1]), [L([1])] == [L([1])], ([1],) == (M([1]),), {1: L()} == {1: []})
nan = float("nan"); x = [nan]
print(x == [nan], x == [float("nan")], {nan: 1} == {nan: 1}, (nan,) == (nan,), {1: nan} == {1: nan}, {1: float("nan")} == {1: float("nan")}, collections.deque([nan]) == collections.deque([nan]))
log = []
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, other): log.append((self.n, other.n)); return self.n == other.n
    def __hash__(self): return self.n
a, b = [V(1), V(2), V(3)], [V(1), V(5), V(3)]
print(a == b, log); log.clear(); print(a == a, log); print([V(1)] == [V(1), V(2)], log); print({V(1): V(2)} == {V(1): V(3)}, log); log.clear(); print({V(1), V(2)} == {V(2), V(1)}, sorted(log)); log.clear()
class Bad:
    def __eq__(self, other): raise LookupError("eq")
for action in (lambda: [Bad()] == [1], lambda: {1: Bad()} == {1: 2}, lambda: [1, Bad()] == [2, Bad()], lambda: (Bad(),) != (1,), lambda: Bad() in [1], lambda: [1].count(Bad()), lambda: [Bad()] == [1, 2]):
    try: print(action())
    except LookupError as error: print(error)
a = []; a.append(a); print(a == a, a in a, a.index(a), [a] == a)
class Truthy:
    def __eq__(self, other): return []
print([Truthy()] == [1], [Truthy()] != [1], {1: Truthy()} == {1: 1}, Truthy() in [1], (Truthy(),) == (Truthy(),))
