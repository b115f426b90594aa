# Binary operators ask the left operand, then the reflected method of the right; subclasses go first.
class Base:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print(self.name, "add")
        return NotImplemented

    def __radd__(self, other):
        print(self.name, "radd")
        return "radd result"


class Sub(Base):
    def __radd__(self, other):
        print(self.name, "sub radd")
        return "sub result"


print(Base("a") + Sub("b"))
print(1 + Base("c"))
try:
    Base("d") + 1
except TypeError as error:
    print(error)


class V:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, V) and self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    def __neg__(self):
        return V(-self.x)

    def __repr__(self):
        return f"V({self.x})"

    def __divmod__(self, other):
        return "divmod", other

    def __rpow__(self, other, mod=None):
        return "rpow", other

    def __contains__(self, item):
        return item == self.x


print(V(1) == V(1), V(1) != V(1), V(1) < V(2), V(1) > V(2), -V(3), divmod(V(1), 2), 2 ** V(1))
print(3 in V(3), 4 not in V(3), sorted([V(3), V(1)]), max(V(1), V(5)))
try:
    V(1) <= V(2)
except TypeError as error:
    print(error)
