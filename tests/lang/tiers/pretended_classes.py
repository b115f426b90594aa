"""isinstance of objects that claim another class, in code that runs often."""

TURNS = 300


class Tea:
    pass


class Chai(Tea):
    pass


class ByProperty:
    @property
    def __class__(self):
        return Chai


class ByLookup:
    def __init__(self, of):
        self.of = of

    def __getattribute__(self, name):
        if name == "of":
            return object.__getattribute__(self, name)
        return getattr(self.of, name)


class ByMissing:
    def __getattr__(self, name):
        return Chai


class Late:
    pass


def count(things, cls):
    total = 0
    for _ in range(TURNS):
        for thing in things:
            if isinstance(thing, cls):
                total += 1
    return total


for thing in (Tea(), Chai(), ByProperty(), ByLookup(Chai()), ByLookup(3), ByMissing(), 3):
    print(type(thing).__name__, [count([thing], cls) for cls in (Tea, Chai, int, (str, Tea), object)])

late = [Late()]
print(count(late, Tea))
Late.__getattribute__ = lambda self, name: Chai if name == "__class__" else object.__getattribute__(self, name)
print(count(late, Tea))
