# Numbers of all types that are equal hash alike; comparisons of ints and floats are exact at every size.
import math
from decimal import Decimal
from fractions import Fraction

values = [0, 1, -1, True, 2**53, 2**53 + 1, 10**22, 10**23, -(2**70), 0.0, -0.0, 1.0, 0.5, 0.1, 1e22, 1e23, 2.0**53, 5e-324, 1.7e308, math.inf, -math.inf, 1j, 1 + 0j, 0j, 0.5 + 0j, complex(0, 0.5), Fraction(1, 2), Fraction(1, 10), Fraction(10**23), Decimal("0.5"), Decimal("0.1"), Decimal("1E+22"), Decimal("-0")]
for i, first in enumerate(values):
    row = []
    for second in values[i:]:
        equal = first == second
        if equal and hash(first) != hash(second):
            row.append("HASHES DIFFER")
        try:
            order = "<" if first < second else ">" if first > second else "="
        except TypeError:
            order = "?"
        row.append(("=" if equal else "") + order)
    print(repr(first)[:26], *row)
print(len(set(values)), len({value: 0 for value in values}))
print([hash(value) for value in (0, 1, -1, -2, True, 0.0, 1.0, -1.0, math.inf, -math.inf, 1j == 1, Fraction(-1), Decimal(-1))])
nan = math.nan
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan], hash(nan) == hash(nan), len({nan, float("nan")}), (nan,) < (nan,), min(nan, 1), min(1, nan), max([nan, 2]), sorted([2, nan, 1])[0])
for text in ("9007199254740993", "9007199254740992.5", "1e400", "-1e400", "1e-400", "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880"):
    number = float(text)
    exact = Fraction(text)
    print(text[:24], number, [exact < number, exact == number, exact > number] if math.isfinite(number) else "", int(number) == int(exact) if math.isfinite(number) else "")
for shift in (52, 53, 54, 64, 1023, 1024):
    for delta in (-1, 0, 1):
        number = (1 << shift) + delta
        try:
            print(shift, delta, float(number) == number, float(number) > number, number < 2.0**min(shift, 1023), number / 3 == float(number) / 3)
        except OverflowError as error:
            print(shift, delta, error)
