"""Hot loops over zip and enumerate, functions that are made in hot code, and builtins that hot code asks."""


def pairs(left, right):
    total = 0
    for x, y in zip(left, right):
        total += x * y
    return total


def numbered(items):
    out = []
    for i, item in enumerate(items):
        out.append((i, item))
    return out


for turn in range(200):
    dots = pairs([1, 2, 3], (4, 5, 6, 7))
    marks = numbered("abc")
print(dots, marks)
print(pairs([1.5, 2], [2, 0.25]), pairs(range(3), [True, 2**60, 2**70]), pairs([], [1]))


def strictly(left, right):
    seen = []
    try:
        for pair in zip(left, right, strict=True):
            seen.append(pair)
    except ValueError as error:
        seen.append(str(error))
    return seen


for turn in range(200):
    ends = strictly([1, 2], [1])
print(ends, strictly([1], [1, 2]), strictly([1], [2]))


def changing(size):
    """The dict grows while it is walked: the list beside it has moved by one when that is found out."""
    numbers = iter(range(10))
    table = dict.fromkeys(range(size))
    try:
        for n, key in zip(numbers, table):
            if n == 1:
                table["more"] = n
    except RuntimeError as error:
        return next(numbers), str(error)
    return next(numbers)


for turn in range(200):
    after = changing(3)
print(after, changing(1))


class Noisy:
    def __iter__(self):
        return self

    def __init__(self):
        self.left = 3

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left


def noisy():
    return [(i, a, b) for i, (a, b) in enumerate(zip(Noisy(), "xyz"))]


for turn in range(200):
    noise = noisy()
print(noise)


def adder(k, scale=2):
    def add(x: int, y=scale, *, z=k) -> int:
        nonlocal scale
        scale += 1
        return x + y + z + k + scale

    return add


for turn in range(300):
    made = adder(turn)
print(made(1), made(1, 2), made(1, z=5), made.__defaults__, made.__kwdefaults__, made.__annotations__)
print(made.__name__, made.__qualname__, adder(1) is adder(1))


class Base:
    def __init__(self, x):
        self.x = x

    @classmethod
    def make(cls, x):
        return cls(x)


class Derived(Base):
    def __init__(self, x, y):
        Base.__init__(self, x)
        self.y = y

    def __repr__(self):
        return "%s(%r, %r)" % (type(self).__name__, self.x, self.y)


for turn in range(300):
    thing = Derived(turn, [turn])
print(thing, type(thing) is Derived, type(1), type(None), type(type))
Base.__init__ = lambda self, x: setattr(self, "x", -x)
print(Derived(1, 2))


class Meta(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.made = name


class Made(metaclass=Meta):
    pass


def asked(x, parts):
    same = id(x) == id(x)
    kinds = (type(x), type(parts), type(same))
    empty = (dict(), set(), list(), tuple(), frozenset())
    unique = set(parts)
    return same, kinds, empty, sorted(unique), ",".join(parts), "-".join(tuple(parts)), len(frozenset(parts))


for turn in range(300):
    answer = asked(thing, ["b", "a", "b"])
print(answer)


def joined(parts):
    return ",".join(parts)


class Text(str):
    pass


for turn in range(300):
    joined(["x", "y"])
print(joined(["a", Text("b")]), joined("abc"), joined(x for x in "pq"), joined(["\ud800", "c"]) == "\ud800,c")
try:
    joined(["a", 1])
except TypeError as error:
    print(error)


def unique(items):
    return len(set(items))


for turn in range(300):
    unique([1, 2, 1])
print(unique([1, 1.0, True]), unique([(1, 2), (1, 2)]), unique("aab"))
try:
    unique([[]])
except TypeError as error:
    print(error)


def mixed(values):
    total = values[0] - values[0]
    for a in values:
        for b in values:
            total += a * b - a
            if a < b:
                total = total + 1
    return total


for turn in range(300):
    mixed([1, 2.5])
print(mixed([1, 2.5, 2**53, True, -0.0]), mixed([2**60, 1]), mixed([1j, 0.5]) if False else mixed([0.5]))
