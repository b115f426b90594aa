# A class that behaves as a container.
class Grid:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self.cells = {}

    def __len__(self):
        return self.width * self.height

    def __getitem__(self, key):
        print("get", key)
        return self.cells.get(key, 0)

    def __setitem__(self, key, value):
        print("set", key, value)
        self.cells[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.cells[key]

    def __iter__(self):
        return iter(sorted(self.cells))

    def __contains__(self, key):
        print("contains", key)
        return key in self.cells

    def __reversed__(self):
        return reversed(sorted(self.cells))

    def __missing__(self, key):
        return "never called"


g = Grid(3, 2)
g[1, 2] = "x"
g[0:1] = "slice"
g[0, 0] += 5
print(len(g), bool(g), g[1, 2], (0, 0) in g)
del g[0:1]
print(list(g), list(reversed(g)), [*g])


class Defaults(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


d = Defaults()
print(d[4], d, d.get(9))


class Sequence:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


print(list(Sequence()), 4 in Sequence(), 5 in Sequence())
class BadLength:
    def __len__(self):
        return -1


for action in (lambda: len(BadLength()), lambda: len(5), lambda: 5[0], lambda: iter(5)):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
