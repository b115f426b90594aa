# collections: Counter, deque, defaultdict, namedtuple, OrderedDict, ChainMap, user classes, abc.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, abc, defaultdict, deque, namedtuple

words = "the quick brown fox jumps over the lazy dog the end".split()
c = Counter(words)
print(c.most_common(2), c["the"], c["missing"], c.total(), sorted(c.elements())[:3])
print(c)
c.update(["fox"] * 3)
c.subtract({"the": 5})
print(c["fox"], c["the"], +c == Counter({k: v for k, v in c.items() if v > 0}), -c)
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=0)
print(a + b, a - b, a & b, a | b, a == Counter(b=1, a=3), a <= b, Counter(a=1) <= a, repr(Counter()))
del a["zzz"]
print(Counter("mississippi").most_common(), dict(Counter({"x": 2})))

d = deque([1, 2, 3], maxlen=4)
d.append(4), d.append(5), d.appendleft(0)
print(d, d.maxlen, d.pop(), d.popleft(), list(d), len(d))
d.extend([7, 8]), d.rotate(1)
print(d, d[0], d[-1], 7 in d, d.index(7), d.count(7), list(reversed(d)))
d.extendleft([1, 2]), d.insert(0, 9) if len(d) < 4 else d.reverse()
print(d, d.copy() == d, d + deque([0]), deque([1]) * 3, deque("ab") < deque("ac"))
d.remove(d[0]), d.__delitem__(0)
d[0] = "changed"
print(d, deque([1, 2]).maxlen)
for action in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1]).remove(2), lambda: deque([1])[5], lambda: deque([1], 1).insert(0, 2), lambda: deque([1]).index(4), lambda: deque([], -1), lambda: [x for x in d if d.append(x)]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

groups = defaultdict(list)
for word in words:
    groups[len(word)].append(word)
print(groups, groups.get(99), 99 in groups, groups.default_factory, groups | {1: []})
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t["a"]), defaultdict(None, {1: 2}))
try:
    defaultdict(None)["x"]
except KeyError as error:
    print("KeyError", error)

Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, 2)
print(p, p.x, p[1], p._asdict(), p._replace(z=9), Point._fields, Point._field_defaults, Point._make([4, 5, 6]), p == (1, 2, 0))
print(Point.__doc__, Point.x.__doc__, namedtuple("R", "a class a _b", rename=True)._fields)
x, *rest = p
print(x, rest, sorted([Point(2, 1), p]), {p: 1}[1, 2, 0], isinstance(p, tuple))
for args in (("A", "class"), ("A", "a a"), ("A", "_x"), ("1A", "a"), ("A", "a", )):
    try:
        print(namedtuple(*args))
    except ValueError as error:
        print(error)
try:
    Point(1)
except TypeError as error:
    print(error)
try:
    p.x = 3
except AttributeError as error:
    print(error)

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"), o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(OrderedDict(a=1, b=2))))
print(o | {"q": 1}, o.setdefault("n", []), o.pop("zz", None), o.copy() == o)

base, over = {"color": "red", "user": "guest"}, {"user": "admin"}
m = ChainMap(over, base)
print(m["user"], m["color"], m, sorted(m), len(m), m.new_child({"user": "kid"})["user"], m.parents["user"])
m["color"] = "blue"
del m["user"]
print(over, base, dict(m))


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Tens(UserList):
    def total(self):
        return sum(self.data) * 10


print(Upper(a=1, b=2), Upper({"x": 1}) | {"y": 2}, Tens([1, 2]) + [3], Tens([3, 1]).total(), UserString("abc").upper() + "!", UserString("a") == "a", isinstance(UserString("x"), abc.Sequence))


class Bag(abc.MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)


bag = Bag("hello")
bag |= Bag("abc")
bag -= {"h"}
print(list(bag), list(bag & Bag("lb")), bag >= {"a"}, bag.isdisjoint("xyz"), bag == set("eloabc"), list(bag ^ Bag("el")))
print(issubclass(dict, abc.Mapping), isinstance([], abc.Hashable), isinstance((), abc.Sequence), isinstance(iter([]), abc.Iterator), isinstance(len, abc.Callable), issubclass(Bag, abc.Set))
try:
    abc.Mapping()
except TypeError as error:
    print(error)
