"""Hot code where bools are added to ints, roots are taken, and methods are called out of a table."""
import math
from math import sqrt


def counted(items, wanted):
    hits = 0
    for item in items:
        hits = hits + (item == wanted)
        hits += (item != wanted) * 2
        hits -= item is None
    return hits


for turn in range(200):
    answer = counted([1, 2, 1, None], 1)
print(answer, counted([1.0, True, "1"], 1), counted([], 0))


def combined(a, b):
    return a + b, a - b, a * b, a & b, a | b, a ^ b, a << b, a >> b, a**b


for turn in range(200):
    combined(True, False)
print(combined(True, True), combined(False, 3), combined(2**53 - 1, True), combined(-(2**70), True))


class Truth(int):
    def __add__(self, other):
        return "own"


print(combined(Truth(1), True)[0], combined(True, Truth(1))[:2])


def length(x, y):
    return sqrt(x * x + y * y)


def root(x):
    return math.sqrt(x * 1.0)


for turn in range(200):
    length(3.0, 4.0)
    root(2.0)
print(length(3.0, 4.0), length(3, 4), length(0.1, 0.7), root(2.0), root(2**60), root(float("inf")), root(float("nan")))
print(length(10**200, 10**200) if False else root(-0.0))
for wrong in (-1.0, -5):
    try:
        root(wrong)
    except ValueError as error:
        print(error)
try:
    length("a", 1)
except TypeError as error:
    print(error)


class Machine:
    def __init__(self):
        self.stack = []
        self.table = [self.push, self.double, len, self.many]

    def push(self, value):
        self.stack.append(value)

    def double(self, value):
        self.stack[-1] = self.stack[-1] * 2 + value

    def many(self, *values):
        self.stack.append(values)

    def run(self, program):
        for op, arg in program:
            self.table[op](arg)
        return self.stack


for turn in range(200):
    stack = Machine().run([(0, 1), (1, 2), (0, 3), (2, "x"), (3, 4)])
print(stack)
try:
    Machine().run([(1, 0)])
except IndexError as error:
    print(error)
Machine.push = lambda self, value: self.stack.append(-value)
print(Machine().run([(0, 1), (1, 2)]))
