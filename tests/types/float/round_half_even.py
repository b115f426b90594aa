# round of floats and ints: half to even on the exact binary value, negative and huge digits, and results' types.
from decimal import Decimal
from fractions import Fraction

for value in (0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, 4503599627370497.5, 1e22):
    print(value, round(value), type(round(value)).__name__)
for value, digits in [
    (2.675, 2), (1.005, 2), (0.125, 2), (0.375, 2), (1.25, 1), (1.35, 1), (-1.25, 1), (1e16, 3), (123.456, -2), (150.0, -2), (250.0, -2), (5.0, -1), (15.0, -1),
    (1e300, 300), (1e-300, 300), (5e-324, 323), (5e-324, 324), (1.5, 400), (1.5, -400), (-1.5, -400), (1.7976931348623157e308, -308), (0.05, 1), (0.15, 1), (0.25, 1), (56294995342131.5, 3),
    (562949953421312.5, 1), (2.5, 0), (-0.4, 0), (10**22 + 0.0, -22),
]:
    try:
        print((value, digits), repr(round(value, digits)))
    except OverflowError as error:
        print((value, digits), error)
for value, digits in [(15, -1), (25, -1), (-15, -1), (-25, -1), (149, -2), (150, -2), (250, -2), (10**30 + 5 * 10**9, -10), (5, -1), (5, -30), (12345, 2), (True, 0), (7, None), (5 * 10**29, -30), (15 * 10**29, -30)]:
    print((value, digits), repr(round(value, digits)))
for bad in [lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(float("-inf"), None), lambda: round(1.5, 1.0), lambda: round(1, "2"), lambda: round("x"), lambda: round(1j), lambda: round(), lambda: round(1, 2, 3), lambda: round(1.5, 10**30), lambda: round(1, 10**30), lambda: round(1.5, -(10**30))]:
    try:
        print(repr(bad()))
    except Exception as error:
        print(type(error).__name__, error)
print(round(float("nan"), 2), round(float("inf"), -5), repr(round(-0.0, 2)), repr(round(-0.0)))
print(round(Fraction(5, 2)), round(Fraction(355, 113), 3), round(Decimal("2.675"), 2), round(Decimal("2.5")))


class Rounded:
    def __round__(self, *args):
        return ("rounded", args)


print(round(Rounded()), round(Rounded(), None), round(Rounded(), 3), round(number=Rounded(), ndigits=-1))
