"""Small functions and properties that a compiler may write in place of their calls, while what they are changes."""
import sys

TURNS = 3000
SCALE = 3
OFFSET = 0.5


def scaled(x, y):
    return x * SCALE + y


def half(x):
    return x / 2.0


def chosen(x):
    y = x
    return y


def item(values, i):
    return values[i]


def inside(x, values):
    return x in values


def nested(x):
    return scaled(half(x), 1)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def area(self):
        return self.x * self.y

    @property
    def double(self):
        return self.area * 2

    def first(self):
        return self.x

    def plus(self, other):
        return self.x + other


class Loud:
    """Its operators are calls, whatever they are written in."""

    calls = 0

    def __add__(self, other):
        Loud.calls += 1
        return Loud.calls

    __radd__ = __mul__ = __add__

    def __getitem__(self, i):
        Loud.calls += 1
        return Loud.calls

    def __contains__(self, i):
        Loud.calls += 1
        return True


def arguments(n):
    """Other types come along in the middle."""
    results = []
    loud = Loud()
    for i in range(n):
        x = i
        if i > n - 5:
            x = (0.5, 2**70, "a", True, loud)[n - i]
        try:
            result = scaled(x, x), half(3), chosen(x) is x, item("abc", i % 3)
        except TypeError as error:
            result = str(error)
        if i > n - 7:
            results.append(result)
    return [repr(each).replace(repr(loud), "loud") for each in results], Loud.calls


print(arguments(TURNS))


def errors(n):
    found = set()
    for i in range(n):
        try:
            item([1, 2], i % 3)
        except IndexError as error:
            tb = error.__traceback__.tb_next
            found.add((str(error), tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            found.add(str(sorted(tb.tb_frame.f_locals)))
    return sorted(found, key=str)


print(errors(TURNS))


def operators(n):
    loud = Loud()
    Loud.calls = 0
    total = 0
    for i in range(n):
        total += item(loud, 0) + inside(1, loud) + chosen(loud).calls + scaled(loud, 1)
    return total, Loud.calls


print(operators(TURNS // 3))


def properties(n):
    point = Point(2, 3)
    total = 0
    for i in range(n):
        if i == n // 3:
            point.x = 2.5
        elif i == n // 2:
            Point.area = property(lambda self: 1000)
        elif i == 2 * n // 3:
            Point.first = lambda self: 7
        total += point.area + point.double + point.first() + point.plus(i)
    return total


print(properties(TURNS))


def replaced(n):
    global SCALE, scaled
    results = []
    for i in range(n):
        if i == n // 4:
            SCALE = 2.5
        elif i == n // 3:
            SCALE = "no"
        elif i == n // 2:
            SCALE = 10
        elif i == 2 * n // 3:
            half.__code__ = chosen.__code__
        elif i == 3 * n // 4:
            scaled = lambda x, y: -1
        try:
            result = scaled(1, 2), half(5), nested(4)
        except TypeError as error:
            result = str(error)
        if not results or results[-1] != result:
            results.append(result)
    return results


for result in replaced(TURNS):
    print(result)


def counting(n):
    """A global number that changes all the time."""
    global OFFSET
    total = 0
    for i in range(n):
        OFFSET = i * 0.5
        total += OFFSET
    return total


print(counting(TURNS), counting(TURNS))


def calls(n):
    events = []
    for i in range(n):
        if i == n - 3:
            sys.setprofile(lambda frame, event, arg: events.append((event, frame.f_code.co_name)))
        chosen(item((1, 2), 1))
    sys.setprofile(None)
    return [each for each in events if each[0] in ("call", "return")]


print(calls(TURNS))


def depth(n):
    return n if n == 0 else depth(n - 1) + chosen(0) + 1


limit = sys.getrecursionlimit()
for deep in (50, 500, 900):
    print(depth(deep))
try:
    depth(limit)
except RecursionError as error:
    print(error)


class Parent:
    def name(self):
        return "parent"

    @classmethod
    def make(cls):
        return cls.__name__


class Child(Parent):
    def name(self):
        return "child of " + super().name()

    @classmethod
    def make(cls):
        return "made " + super().make()


class Grandchild(Child):
    pass


def supers(n):
    seen = []
    objects = [Child(), Grandchild(), Child()]
    for i in range(n):
        if i == n // 2:
            Parent.name = lambda self: "other"
        each = objects[i % 3]
        result = each.name(), type(each).make(), super(Child, each).name()
        if result not in seen:
            seen.append(result)
    return seen


print(supers(TURNS))
