"""What counts as a number."""
import math
from decimal import Decimal
from fractions import Fraction


class WithFloat:
    def __float__(self):
        return 2.25


class WithIndex:
    def __index__(self):
        return 9


class Both(WithFloat, WithIndex):
    pass


for value in [WithFloat(), WithIndex(), Both(), True, Fraction(9, 4), 10**20, Fraction(1, 3)]:
    print(type(value).__name__, math.sqrt(value), math.floor(value), math.ceil(value), math.isfinite(value))


class Wrong:
    def __float__(self):
        return "x"


class Raising:
    def __float__(self):
        raise KeyError("mine")


for value in [Wrong(), Raising(), None, "1", b"1", [], 1j]:
    try:
        print(math.sqrt(value))
    except Exception as error:
        print(type(error).__name__, error)
print(math.gcd(WithIndex(), 6), math.factorial(WithIndex()), math.isqrt(WithIndex()), math.comb(WithIndex(), 2))
for function in (math.trunc, math.gcd, math.isqrt):
    try:
        print(function(WithFloat()))
    except TypeError as error:
        print(error)
