# __eq__ without __hash__ makes a class unhashable; total ordering by hand and by functools.
import functools


class A:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v


try:
    hash(A(1))
except TypeError as error:
    print(error)
print(A.__hash__, A(1) == A(1), A(1) != A(2))


class B(A):
    def __hash__(self):
        return hash(self.v)


print(len({B(1), B(1), B(2)}), {B(1): "x"}[B(1)])


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


a, b = Version("1.10"), Version("1.9")
print(a > b, a >= b, a <= b, a != b, max([a, b]).parts)


class Liar:
    def __eq__(self, other):
        return True

    __hash__ = None


print(Liar() == 5, 5 == Liar(), Liar() in [1], [Liar()] == [3])
try:
    {Liar()}
except TypeError as error:
    print(error)


class BadHash:
    def __hash__(self):
        return "x"


try:
    hash(BadHash())
except TypeError as error:
    print(error)
