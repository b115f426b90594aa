"""int: subclasses; results of operations are plain ints."""


class Int(int):
    def __repr__(self):
        return f"Int({int(self)})"


class Meters(int):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __add__(self, other):
        return Meters(int(self) + int(other), self.unit)

    def __radd__(self, other):
        return f"radd {other}"

    def __str__(self):
        return f"{int(self)}{self.unit}"


x = Int("12")
print(x, repr(x), str(x), [x])
for value in (x + 1, -x, +x, abs(x), x.real, x.numerator, x.conjugate(), round(x), int(x), x // 1, x.__index__()):
    print(type(value).__name__, value)
print(x == 12, hash(x) == hash(12), {12: "found"}[x], [10, 20][Int(1)])
print(Int.from_bytes(b"\1\0"), type(Int.from_bytes(b"a")))
print(f"{x:5}|{x}|{x!s}")
m = Meters(5)
print(m, repr(m), m.unit, format(m), f"{m:>4}")
print(m + 3, 3 + m, type(m + 3).__name__, sum([m], 0))
print(isinstance(m, int), Meters.__mro__)
print(Int(2**70) + 1, Int(), Int(5).__getnewargs__())
print(sorted([Int(3), 1, Int(2)]), max(Int(3), 2))
