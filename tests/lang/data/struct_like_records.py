# namedtuple, dataclass, TypedDict, NamedTuple and Enum side by side: making, replacing, ordering, matching, errors, inheritance, repr.
import collections, dataclasses, enum, typing
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
P = collections.namedtuple("P", "x y z", defaults=[0])
print(P(1, 2), P(1, y=2), P._fields, P._field_defaults, P(1, 2)._replace(z=9), P._make([1, 2, 3]), P(1, 2)._asdict(), P(1, 2) == (1, 2, 0), P(1, 2) < P(1, 3), P.__doc__, P.x.__doc__, P(1, 2)[1:])
show(lambda: P(1)); show(lambda: P(1, 2, 3, 4)); show(lambda: P(1, 2, w=3)); show(lambda: P(1, 2)._replace(q=1)); show(lambda: P._make([1])); show(lambda: setattr(P(1, 2), "x", 1)); show(lambda: collections.namedtuple("Q", "a a")); show(lambda: collections.namedtuple("Q", "class")); show(lambda: collections.namedtuple("Q", "_a")); show(lambda: collections.namedtuple("1Q", "a")); show(lambda: collections.namedtuple("Q", "a class a _b", rename=True)._fields); show(lambda: collections.namedtuple("Q", "a", defaults=[1, 2]))
class N(typing.NamedTuple):
    a: int
    b: str = "b"
    def both(self): return f"{self.a}{self.b}"
print(N(1), N(1).both(), N.__annotations__, N._field_defaults)
@dataclasses.dataclass(order=True)
class D:
    a: int
    b: list = dataclasses.field(default_factory=list, compare=False)
    c: int = dataclasses.field(default=5, repr=False, kw_only=True)
    k: typing.ClassVar[int] = 1
    i: dataclasses.InitVar[int] = 0
    def __post_init__(self, i): self.total = self.a + i
d = D(1, [2], 3, c=7)
print(d, d.total, d == D(1), d < D(2), dataclasses.asdict(d), dataclasses.astuple(d), [f.name for f in dataclasses.fields(D)], D(1).b is D(1).b, D.__match_args__)
show(lambda: dataclasses.replace(d, a=5, i=1)); show(lambda: D()); show(lambda: D(1, 2, 3, 4)); show(lambda: D(1) < 3); show(lambda: hash(d)); show(lambda: dataclasses.fields(3)); show(lambda: dataclasses.asdict(D))
show(lambda: dataclasses.make_dataclass("M", [("x", int), "y", ("z", int, 3)])(1, 2))
def bad(**kw): return dataclasses.dataclass(**kw)(type("B", (), {"__annotations__": {"a": list, "b": int}, "a": kw.pop("default", [])}))
show(lambda: bad()); show(lambda: dataclasses.make_dataclass("B", [("a", int, 1), ("b", int)]))
@dataclasses.dataclass(frozen=True, slots=True)
class F: x: int; y: int = 2
show(lambda: setattr(F(1), "x", 2)); show(lambda: (hash(F(1)) == hash(F(1)), F.__slots__, {F(1): "found"}[F(1)])); show(lambda: delattr(F(1), "x"))
class Color(enum.Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    @property
    def nice(self): return self.name.title()
    @classmethod
    def _missing_(cls, value): return cls.RED if value == "red" else None
print(Color.RED, repr(Color.GREEN), Color(2), Color["RED"], Color.CRIMSON is Color.RED, list(Color), Color.RED.nice, Color("red"), len(Color), Color.RED in Color, list(Color.__members__), {Color.RED: 1}, Color.RED != 1)
show(lambda: Color(9)); show(lambda: Color["PINK"]); show(lambda: setattr(Color, "RED", 5)); show(lambda: Color.RED < Color.GREEN); show(lambda: type("X", (Color,), {})); show(lambda: delattr(Color, "RED"))
class Flag(enum.Flag): A = enum.auto(); B = enum.auto(); C = A | B
print(Flag.A | Flag.B, Flag.C, Flag(0), ~Flag.A, Flag.A in Flag.C, list(Flag.C), Flag.A & Flag.B, bool(Flag(0)), Flag(3).name); show(lambda: Flag(8))
class I(enum.IntEnum): ONE = 1; TWO = 2
print(I.ONE + 1, I.ONE < I.TWO, I(1), f"{I.ONE} {I.ONE:d} {I.ONE!r}", sorted(I, reverse=True), isinstance(I.ONE, int), [10, 20, 30][I.TWO])
for value in (P(1, 2), N(3), D(4), F(5), Color.RED, I.TWO):
    match value:
        case P(x=1, y=y): print("P", y)
        case N(a, b): print("N", a, b)
        case D(a): print("D", a)
        case F(x=x, y=2): print("F", x)
        case Color.RED: print("red")
        case I.TWO: print("two")
