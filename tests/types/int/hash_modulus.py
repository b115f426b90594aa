# Hashes of numbers: one rule for int, float, complex, Fraction and Decimal, modulo 2**61 - 1.
import sys
from decimal import Decimal
from fractions import Fraction

P = 2**61 - 1
if sys.hash_info.modulus != P:  # a 32-bit machine: the figures asked for are the 64-bit ones
    P = sys.hash_info.modulus


def check(label, values):
    hashes = {hash(value) for value in values}
    print(label, "one hash" if len(hashes) == 1 else "differ")


check("1", [1, 1.0, True, 1 + 0j, Fraction(1), Decimal(1), Decimal("1.000")])
check("0", [0, 0.0, -0.0, False, 0j, Decimal("-0"), Fraction(0, 5)])
check("half", [0.5, Fraction(1, 2), Decimal("0.5"), 0.5 + 0j])
check("minus", [-7, -7.0, Fraction(-7), Decimal(-7)])
check("huge", [10**30, Decimal(10**30), Fraction(10**30)])
check("2**100", [2**100, 2.0**100, Decimal(2**100)])
check("tiny", [2.0**-1074, Fraction(1, 2**1074)])
check("prime", [P, 0, P * 2, P * 12345678901])
check("after prime", [P + 1, 1, -P + 1])
print(hash(-1), hash(-2), hash(-1.0), hash(Fraction(-1)), hash(P - 1) == P - 1, hash(-(P + 1)))
print(hash(float("inf")), hash(float("-inf")), hash(Decimal("Infinity")))
nan = float("nan")
print(hash(nan) == hash(nan), hash(float("nan")) == object.__hash__(nan), nan in {nan}, float("nan") in {nan})
quiet = Decimal("nan")
print(hash(quiet) == object.__hash__(quiet))
try:
    hash(Decimal("snan"))
except TypeError as error:
    print(error)
print(hash(3 + 4j) == hash(3) + sys.hash_info.imag * hash(4))
table = {1: "int"}
table[1.0] = "float"
table[True] = "bool"
table[Decimal(1)] = "decimal"
print(table)
print(hash(True), hash(False), {True: 1}[1.0])
print(sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.imag)


def by_hand(value):
    n, d = value.as_integer_ratio()
    if d % P == 0:
        return sys.hash_info.inf
    result = abs(n) % P * pow(d, P - 2, P) % P
    result = -result if n < 0 else result
    return -2 if result == -1 else result


print(all(hash(v) == by_hand(v) for v in [0.1, -3.75, 1e300, 1e-300, 123456789.125, Fraction(22, 7), 5, -(10**40)]))
