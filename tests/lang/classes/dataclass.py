# dataclasses: fields, defaults, order, frozen, post-init, replace and asdict.
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list, compare=False)
    total: float = field(init=False, repr=False, default=0)

    def __post_init__(self):
        self.total = self.price * 2


a = Item("a", 2.5)
print(a, a.total, a == Item("a", 2.5, ["x"]), a < Item("b"))
print(asdict(a), astuple(a), [f.name for f in fields(Item)])
print(replace(a, price=4))


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


p = Point(1)
try:
    p.x = 2
except FrozenInstanceError as error:
    print(error)
print(p, {p: 1}[Point(1, 0)], hash(p) == hash(Point(1)))


@dataclass(slots=True, kw_only=True)
class K:
    a: int
    b: int = 2


print(K(a=1), K.__slots__)
try:
    K(1)
except TypeError as error:
    print(error)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as error:
    print(error)
