"""collections.defaultdict, Counter's counting, namedtuple's fields."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from collections import Counter, defaultdict, namedtuple
d = defaultdict(list, {"z": 1})
d["a"].append(1)
print(d, d.copy(), d["q"], d.get("none"), dict(d), d.default_factory, d | {"b": 2}, {"b": 2} | d, defaultdict(), defaultdict(int, a=1))
d.default_factory = None
for call in (lambda: d["missing"], lambda: defaultdict(5), lambda: defaultdict(int, 5), lambda: defaultdict(None)[1], lambda: defaultdict(int, 1, 2)):
    error(call)
d["self"] = d
print(d, defaultdict(int).__missing__("k"), defaultdict(int).__reduce__()[:2])
c = Counter("abracadabra")
c.update("aab")
print(c, c.most_common(2), c["zz"], c + Counter("ab"), c - Counter("aaaaaaa"), sorted(c.elements())[:4])
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p.y, Point.x, p._replace(y=5), p._asdict(), Point.x.__get__(p, Point))
error(lambda: Point.x.__get__(5, int))
try:
    p.x = 5
except AttributeError as problem:
    print(problem)
class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)
import _collections
loud = Loud()
_collections._count_elements(loud, "aab")
print(loud)
