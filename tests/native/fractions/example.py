# fractions: exact rational arithmetic.
from fractions import Fraction
import math

half, third = Fraction(1, 2), Fraction("1/3")
print(half + third, half - third, half * third, half / third, half**2, 2**half, half // third, half % third, -half, abs(Fraction(-3, 4)), divmod(Fraction(7, 2), 2))
print(repr(half), Fraction(6, -4), Fraction("0.125"), Fraction("-1.5e-3"), Fraction(0.1), Fraction(0.5), Fraction(" 3/9 "), Fraction(), Fraction(third), Fraction("1_000/3"))
print(half == 0.5, half < third, half > 0, half == Fraction(2, 4), hash(half) == hash(0.5), hash(Fraction(3)) == hash(3), half + 1, 1 - half, half + 0.25, half * 2j, third * 3 == 1)
print(Fraction(math.pi).limit_denominator(1000), Fraction(3.1415926535).limit_denominator(10), Fraction(22, 7).as_integer_ratio(), third.numerator, third.denominator, Fraction(4, 2).is_integer())
print(math.floor(Fraction(-7, 2)), math.ceil(Fraction(7, 2)), round(Fraction(7, 2)), round(Fraction(5, 2)), round(Fraction(22, 7), 2), math.trunc(Fraction(-7, 2)), int(Fraction(9, 4)), float(third), bool(Fraction(0)), complex(half))
print(f"{third:.5f} {Fraction(1234567, 3):,.2f} {Fraction(1, 7):e} {Fraction(2, 3):>10.1%}", f"{half}", Fraction(2, 3) ** -2, Fraction(-1, 8) ** 3, Fraction(1, 3) ** 0.5)
print(sum(Fraction(1, n) for n in range(1, 11)), max(half, third), sorted([half, 0.4, third, 1]), Fraction.from_float(0.75), Fraction(10**30, 10**29 + 1))
for action in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: half / 0, lambda: Fraction(float("nan")), lambda: half < "a", lambda: Fraction("1/0"), lambda: Fraction(float("inf")), lambda: setattr(half, "numerator", 3), lambda: Fraction(0) ** -1, lambda: Fraction([])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def egyptian(f):
    parts = []
    while f:
        unit = Fraction(1, math.ceil(1 / f))
        parts.append(unit)
        f -= unit
    return parts


print(*egyptian(Fraction(7, 15)), *egyptian(Fraction(5, 121)), sep=" + ")


def continued(x, n):
    terms = []
    for _ in range(n):
        terms.append(x.numerator // x.denominator)
        x -= terms[-1]
        if not x:
            break
        x = 1 / x
    return terms


print(continued(Fraction(415, 93), 10), continued(Fraction("3.14159265358979"), 6))
