# Which values are sequences and mappings to match: builtins, flags of subclasses, registered ABCs; lengths, items and keys that are asked.
import collections, array
from collections.abc import Sequence, Mapping
class Seq(Sequence):
    def __init__(self, *items): self.items = items
    def __len__(self): print("  len"); return len(self.items)
    def __getitem__(self, i): print("  item", i); return self.items[i]
class Registered:
    def __len__(self): return 2
    def __getitem__(self, i): return [("r", 0), ("r", 1)][i]
Sequence.register(Registered)
class LooksLike:
    def __len__(self): return 2
    def __getitem__(self, i): return i
class Map(Mapping):
    def __init__(self, **kw): self.d = kw
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __getitem__(self, k): print("  getitem", k); return self.d[k]
    def get(self, k, default=None): print("  get", k); return self.d.get(k, default)
def kind(value):
    match value:
        case []: return "empty"
        case [x]: return "one"
        case [x, y]: return "two", x, y
        case [x, *mid, z]: return "many", x, type(mid).__name__, len(mid), z
        case {"a": 1, **rest}: return "a is 1", rest
        case {"a": x}: return "a", x
        case {}: return "mapping"
        case _: return "other"
for value in ([], (1,), [1, 2], range(5), "ab", b"ab", bytearray(b"ab"), {1, 2}, {"a": 1, "b": 2}, {"a": 2}, {}, {1: 2}, collections.deque([1, 2]), array.array("i", [1, 2]), memoryview(b"ab"), iter([1, 2]), collections.OrderedDict(a=1), collections.Counter("aab"),
              collections.ChainMap({"a": 5}), collections.UserDict(a=1), collections.UserList([1, 2]), collections.UserString("ab"), Registered(), LooksLike(), {}.keys(), None):
    print(type(value).__name__, kind(value))
print(kind(Seq(1, 2, 3, 4)))
print(kind(Map(a=1, c=3)))
class D(collections.defaultdict): pass
d = D(lambda: "made")
print(kind(d), dict(d))
class M(dict):
    def __missing__(self, key): return "missing"
print(kind(M()), kind(M(a=1)))
def keys(value):
    match value:
        case {1: one, 1.5: half}: return one, half
        case {"k": {"deep": [_, {"x": found}]}}: return found
        case {None: a, True: b}: return a, b
        case {b"k": v, **others}: return v, others
    return "none"
for value in ({1: "a", 1.5: "b"}, {True: "t", 1.5: "h"}, {"k": {"deep": (0, {"x": "found"})}}, {None: 1, 1: 2}, {b"k": 1, "z": 2}, {"k": {"deep": []}}):
    print(keys(value))
class Const: A, B = "a", "a"
def duplicate(value):
    match value:
        case {Const.A: 1, Const.B: 2}: return 1
for value in ({"a": 1}, {}, {"a": 1, "b": 2}):
    try: print(duplicate(value))
    except ValueError as error: print(error)
for source in ("match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case [*a, *b]: pass", "match x:\n case {**rest, 'a': 1}: pass", "match x:\n case [a, a]: pass", "match x:\n case a: pass\n case b: pass", "match x:\n case a | 1: pass", "match x:\n case (a as b) | c: pass", "match x:\n case 1 + 1: pass", "match x:\n case -a: pass", "match x:\n case {a: 1}: pass", "match x:\n case f'x': pass", "match x:\n case P(x=1, x=2): pass", "match x:\n case {**_}: pass", "match x:\n case 1 as _: pass"):
    try: compile(source, "<s>", "exec"); print("compiled")
    except SyntaxError as error: print(error.msg)
