"""Calls with and without keywords of what is a method of one object and a plain attribute of the next, in code that runs often."""

TURNS = 3000


class Own:
    def act(self, a, b=1, *rest, c=2, **more):
        return a + b * c + sum(rest) + sum(more.values())


class Instance:
    def __init__(self):
        self.act = lambda a, b=1, *rest, c=2, **more: 100 + a + b * c + len(rest) + len(more)


class Static:
    @staticmethod
    def act(a, b=1, *rest, c=2, **more):
        return 200 + a - b - c


class Class:
    @classmethod
    def act(cls, a, b=1, *rest, c=2, **more):
        return 300 + a + len(cls.__name__)


class Slots:
    __slots__ = ("act",)

    def __init__(self, act):
        self.act = act


class Callable:
    def __call__(self, a, b=1, *rest, c=2, **more):
        return 400 + a * b * c


class Wrong:
    def act(self, a, b):
        return a


class Missing:
    def __getattr__(self, name):
        return lambda a, **more: (name, a, sorted(more))


kinds = [Own(), Instance(), Static(), Class(), Slots(Own().act), Slots(Callable()), Slots(max)]


def run(things, turns):
    total = 0
    for i in range(turns):
        thing = things[i % len(things)]
        total += thing.act(i, 1)
        try:
            total += thing.act(i, c=3)
            total += thing.act(i, b=2, c=3)
            total += thing.act(i, 2, 3, c=4, d=5)
            total += thing.act(*(i, 1), **{"c": 3})
        except TypeError as error:
            if i < 10:
                print(type(thing).__name__, error)
            total -= 1
    return total


for count in range(1, len(kinds) + 1):
    print(count, run(kinds[:count], TURNS))
print(run([Own(), Wrong()], TURNS))
print([Missing().act(i, x=i, y=2) for i in (1, 2)])


def changes(thing, turns):
    """The attribute covers the method in the middle of the loop."""
    total = 0
    for i in range(turns):
        if i == turns // 2:
            thing.act = lambda a, **more: 1000 + len(more)
        total += thing.act(i, c=3)
    return total


print(changes(Own(), TURNS))
