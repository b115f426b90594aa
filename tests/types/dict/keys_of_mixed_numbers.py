# Keys that are equal across int, float, complex, bool, Fraction and Decimal share an entry; the first key stays, the last value wins.
from fractions import Fraction
from decimal import Decimal
values = [1, 1.0, True, 1 + 0j, Fraction(1), Decimal(1), 2, 2.0, 0, -0.0, False, 0j, 2**53, float(2**53), 2**53 + 1, 0.5, Fraction(1, 2), Decimal("0.5"), -1, -1.0, -2, -2.0, 10**30, 1e30, Fraction(10**30), float("inf"), Decimal("Infinity"), 2**61 - 1, 0.1, Decimal("0.1"), Fraction(1, 10)]
d = {}
for i, v in enumerate(values): d.setdefault(v, []).append(i)
for key, places in d.items(): print(repr(key), places)
print({1: "a", 1.0: "b", True: "c"}, {True: "t", 1: "one"}, {0.0: "f", -0.0: "neg", 0: "int"}, len({1, 1.0, 1j**4}), hash(-1) == hash(-2), hash(0.5) == hash(Fraction(1, 2)) == hash(Decimal("0.5")), {-1: "a", -2: "b"})
for a in values:
    for b in values:
        if a == b: assert hash(a) == hash(b), (a, b)
d = {1: "int"}
d[1.0] = "float"; print(d); d[True] = "bool"; print(d); del d[1 + 0j]; d[1.0] = "again"; print(d, list(map(type, d)))
d = {i: i for i in range(10)}
print([d[float(i)] for i in range(10)], d.pop(3.0), 3 in d, d.get(Fraction(4)), d.get(4.5), sorted(d))
nan = float("nan"); n = {nan: 1, float("nan"): 2, nan: 3}; print(len(n), n[nan], nan in n, float("nan") in n)
class I(int):
    def __hash__(self): return 99
class J(int): pass
print({1: "a"}.get(I(1)), {1: "a"}.get(J(1)), {J(1): "j"}[1], {I(1): "i"}.get(1), type(next(iter({J(1): 0, 1: 1}))).__name__)
