# Order of guards and bindings, names kept after a failed case, nested or-patterns, and match in loops.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self._x, self.y = x, y

    @property
    def x(self):
        print("read x")
        return self._x


def f(v):
    match v:
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=0) | Point(y=0) as p:
            return f"axis {p.y}"
        case [Point(a, _), (Point(_, b) | b)] if (total := (a or 0) + (b or 0)):
            return f"two {total}"
        case (1 | 2 as n, *_) | {"n": (1 | 2) as n}:
            return f"n {n}"
        case {"k": [*_, last]} if last:
            return f"last {last}"
        case (x, y, *z) if x and not z:
            return f"pair {x} {y}"
        case _ if v is None:
            return "none"
        case x:
            return f"rest {type(x).__name__}"


for v in (Point(1, 1), Point(0, 3), Point(2, 0), [Point(1, 2), Point(3, 4)], [Point(1, 2), 7], (2, "z"), {"n": 1}, {"k": [1, 2]}, {"k": [0]}, ("a", "b"), (0, 1), None, 5):
    print(f(v))
bound = "before"
match [1, 2]:
    case [bound, 3]:
        pass
    case _:
        print("bound is", bound)
total = 0
for event in [("add", 5), ("mul", 3), ("skip",), ("add", 1), ("stop",), ("add", 100)]:
    match event:
        case ["add", n]:
            total += n
        case ["mul", n]:
            total *= n
        case ["skip"]:
            continue
        case ["stop"]:
            break
print(total)
match 1, 2:
    case 1, x:
        print("tuple subject", x)
match {"a": {"b": [{"c": 5}]}}:
    case {"a": {"b": [{"c": c}]}}:
        print("deep", c)
match "x":
    case "a" | "b":
        print("no")
    case str(s) if len(s) == 1:
        print("one", s)
