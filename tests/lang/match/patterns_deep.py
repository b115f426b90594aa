# Pattern matching: sequences and mappings of all kinds, __match_args__ in all states, guards, bindings, what is called when.
import collections
from array import array
from dataclasses import dataclass
from types import MappingProxyType, SimpleNamespace


class Loud(collections.UserDict):
    def get(self, key, default=None):
        print("    get", key)
        return super().get(key, default)

    def __contains__(self, key):
        print("    contains", key)
        return super().__contains__(key)

    def keys(self):
        print("    keys")
        return super().keys()


class Row(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        print("    len")
        return len(self.items)

    def __getitem__(self, i):
        print("    item", i)
        return self.items[i]


def kind(value):
    match value:
        case None | True | False:
            return "singleton"
        case 0 | 1 as n:
            return f"small {n!r}"
        case -1.5 | 2j | 1 + 2j:
            return "number"
        case "text" | b"text":
            return "text"
        case []:
            return "empty"
        case [x]:
            return f"one {x!r}"
        case [[a, b], *rest]:
            return f"nested {a} {b} {rest}"
        case (first, *_, last):
            return f"ends {first} {last}"
        case {"kind": str() as k, "n": int(n), **rest} if n > 0:
            return f"mapping {k} {n} {rest}"
        case {1: _, 2: two}:
            return f"keys {two}"
        case {}:
            return "mapping"
        case str(s):
            return f"str {s}"
        case int() | float() as n:
            return f"other number {n}"
        case _:
            return "other"


values = [
    None, True, 1, 0, 1.0, 0.0, -1.5, 2j, 1 + 2j, "text", b"text", "t", [], (), [5], "a", [[1, 2], 3, 4], [(1, 2)], [1, 2, 3], range(4), array("i", [1, 2]),
    collections.deque([7, 8]), memoryview(b"xy"), bytearray(b"xy"), {1, 2}, {"kind": "k", "n": 2, "z": 1}, {"kind": "k", "n": 0}, {"kind": 1}, {1: 1, 2: 4}, {},
    MappingProxyType({1: 0, 2: "p"}), collections.ChainMap({1: 0}, {2: "c"}), collections.Counter("ab"), 5, 2.5, object, iter([1]), frozenset(), collections.OrderedDict(a=1),
]
for value in values:
    print(repr(value) if not hasattr(value, "__next__") and not isinstance(value, memoryview) else type(value).__name__, "->", kind(value))
match Loud(a=1, b=2):
    case {"a": a, "x": _}:
        print("no")
    case {"a": a, **rest}:
        print("rest", a, rest)
match Row(1, 2, 3):
    case [1, 2]:
        print("no")
    case [1, _, x]:
        print("x", x)
match Row(1, 2, 3, 4):
    case [a, *b, c]:
        print(a, b, c)
match Row(1):
    case [*everything]:
        print(everything)


@dataclass
class Point:
    x: int
    y: int


class Args:
    __match_args__ = ("a", "b")
    a = 1

    def __getattr__(self, name):
        print("    getattr", name)
        raise AttributeError(name)


def matches(value):
    out = []
    for source in ("Point(1, y)", "Point(x=1, y=y)", "Point(1, x=1)", "Point(1, 2, 3)", "Args(1, b)", "Args(1)", "Args(a=1, c=y)", "NoArgs(1)", "NoArgs()", "BadArgs(1)", "BadItem(1)", "int(5)", "int(5, 6)", "int(real=5)", "Alias()", "str(real=1)", "Twice(1, 2)"):
        names = {"value": value, **globals()}
        try:
            exec(f"match value:\n    case {source}: hit = True\n    case _: hit = False", names)
            out.append(f"{source}={names['hit']}")
        except Exception as error:
            out.append(f"{source}: {type(error).__name__} {error}")
    return out


class NoArgs:
    pass


class BadArgs:
    __match_args__ = ["a"]


class BadItem:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("a", "a")
    a = 1


Alias = list[int]
for value in (Point(1, 2), Args(), NoArgs(), BadArgs(), BadItem(), 5, Twice()):
    for line in matches(value):
        if "=False" not in line:
            print(type(value).__name__, line)
n = SimpleNamespace(limit=3, deep=SimpleNamespace(value="v"))
for value in (3, "v", 4):
    match value:
        case n.limit:
            print("limit")
        case n.deep.value:
            print("deep")
        case captured:
            print("captured", captured)
for source in ("x | 1", "[x] | [y]", "x", "[*a, *b]", "{**r, 'a': 1}", "{'a': 1, 'a': 2}", "{'a': 1, **_}", "P(x, x)", "[x, x]", "P(a=1, a=2)", "P(a=1, 2)", "1 + 1", "-x", "f'a'", "x as _", "_ as x", "x.y as x.z", "1 as 2", "{x: 1}", "None.a", "x if y", "(x)", "()", "x,", "*x,", "-1 - 1j", "'a' 'b'"):
    try:
        compile(f"match v:\n    case {source}: pass\n    case 0: pass", "f", "exec")
        print(source, "ok")
    except SyntaxError as error:
        print(source, error.msg, error.lineno, error.offset, error.end_offset)
