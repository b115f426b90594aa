# Class patterns: __match_args__ of all kinds, builtins with one positional pattern, attributes that raise, isinstance hooks, errors.
def show(function, *args):
    try:
        print(function.__name__, *args, "->", function(*args))
    except Exception as error:
        print(function.__name__, "!", type(error).__name__, error)
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"P({self.x}, {self.y})"
class Q(P):
    __match_args__ = ("y",)
class NoArgs: x = 1
def positions(value):
    match value:
        case Q(y): return "Q", y
        case P(0, y=0): return "origin"
        case P(x, y) if x == y: return "diagonal", x
        case P(x=1): return "x is one"
        case P(_, [a, *rest]): return "list", a, rest
        case P(): return "some P"
        case int(n) | float(n): return "number", n
        case str(s) if s.isupper(): return "upper", s
        case bytes() | bytearray(): return "bytes"
        case dict(d): return "dict", d
        case NoArgs(x=1): return "noargs"
        case object(): return "object", type(value).__name__
for value in (P(0, 0), P(2, 2), P(1, 5), P(3, [1, 2]), P(3, 4), Q(1, 2), 5, 2.5, True, "A", "a", b"b", {}, NoArgs(), None, [1]):
    show(positions, value if not isinstance(value, NoArgs) else "x") if False else print(positions(value))
def too_many(value):
    match value:
        case P(1, 2, 3): return 1
def no_positional(value):
    match value:
        case NoArgs(1): return 1
def int_two(value):
    match value:
        case int(1, 2): return 1
def twice(value):
    match value:
        case P(1, x=1): return 1
show(too_many, P(1, 2)); show(no_positional, NoArgs); show(lambda: no_positional(NoArgs())); show(lambda: int_two(1)); show(twice, P(1, 2)); show(too_many, 3)
for bad in (["x"], "x", 3, None, ("x", 3), ("x", "x")):
    B = type("B", (), {"__match_args__": bad, "x": 1})
    def run():
        match B():
            case B(1, 1): return "matched"
            case B(1): return "one"
        return "none"
    show(run)
def not_a_class(value):
    match value:
        case len(): return 1
show(not_a_class, 1)
class Raises:
    __match_args__ = ("a", "b")
    @property
    def a(self): raise AttributeError("a is hidden")
    @property
    def b(self): raise ValueError("b explodes")
def raising(kind):
    match Raises():
        case Raises(a=1) if kind == "a": return 1
        case Raises(b=1): return 2
    return "no match"
show(raising, "a")
class Meta(type):
    def __instancecheck__(cls, value): print("  asked", value); return value == 7
class Seven(metaclass=Meta): __match_args__ = ("real",)
def hook(value):
    match value:
        case Seven(n): return "seven", n
        case Seven(): return "never"
    return "no"
show(hook, 7); show(hook, 8)
