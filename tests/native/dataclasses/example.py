# dataclasses: fields, ordering, freezing, slots, conversion.
import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
    count: ClassVar[int] = 5

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


p = Point(3, 4)
print(p, p.norm(), p == Point(3, 4, ["t"]), p != Point(1), Point.__match_args__, p.tags is Point(1).tags)
print([(f.name, f.type, f.default, f.init, f.repr, f.compare, f.kw_only) if f.default is not dataclasses.MISSING else (f.name, "no default") for f in fields(p)])
print(replace(p, y=10), asdict(p), astuple(p), is_dataclass(p), is_dataclass(Point), is_dataclass(3))
print(Point.__doc__)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", repr=False)


v = Version(1, 2)
print(sorted([Version(2), Version(1, 5), v]), v < Version(1, 3), v >= Version(1, 2), max(Version(1), v), hash(v) == hash(Version(1, 2)), {v: "x"}[Version(1, 2)])
for action in (lambda: setattr(v, "major", 3), lambda: delattr(v, "major"), lambda: v < 3, lambda: Version(), lambda: Version(1, 2, "x", 4), lambda: Point(z=1), lambda: hash(p), lambda: replace(v, bad=1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Account:
    owner: str
    _: KW_ONLY
    balance: float = 0.0
    rate: InitVar[float] = 0.1
    projected: float = field(init=False)

    def __post_init__(self, rate):
        self.projected = self.balance * (1 + rate)


print(Account("ann", balance=100.0, rate=0.5), Account("bob"))
try:
    Account("c", 1.0)
except TypeError as error:
    print(error)


@dataclass(slots=True)
class Slim:
    a: int
    b: int = 2


s = Slim(1)
print(s, Slim.__slots__, hasattr(s, "__dict__"))
try:
    s.c = 3
except AttributeError as error:
    print(error)


@dataclass
class Base:
    a: int = 1
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: int = 10


print(Derived(), [f.name for f in fields(Derived)], Derived.__match_args__)


@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)
    parent: "Node | None" = field(default=None, repr=False)


root = Node(1, [Node(2), Node(3, [Node(4)])])
print(root)
print(asdict(root, dict_factory=lambda items: {k: v for k, v in items if v is not None}))
root.children.append(root)
print(root)

C = make_dataclass("C", [("x", int), "y", ("z", int, field(default=5))], namespace={"add": lambda self: self.x + self.z}, frozen=True)
print(C(1, 2), C(1, 2).add(), C.__name__, [f.type for f in fields(C)])

for source in ("class A:\n    x: int = 1\n    y: int", "class A:\n    x: list = []", "class A:\n    x: int = field(default=1, default_factory=int)"):
    try:
        exec("@dataclass\n" + source)
    except Exception as error:
        print(type(error).__name__, error)

match Point(0, 7):
    case Point(0, y):
        print("on the y axis at", y)


@dataclass(eq=False, repr=False)
class Plain:
    x: int


print(Plain(1) == Plain(1), "object at" in repr(Plain(1)))


@dataclass(unsafe_hash=True)
class H:
    a: int
    b: list = field(hash=False, default_factory=list)
    c: dict = field(default_factory=dict, hash=False, metadata={"unit": "m"})


print(hash(H(1)) == hash(H(1, [2])), fields(H)[2].metadata["unit"], fields(H)[2].metadata)
print(str(fields(H)[0]).partition(",default=")[0])
