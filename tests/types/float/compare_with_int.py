# Comparing floats with ints is exact however large they are: no int is rounded first.
import itertools
values = [2**53 - 1, 2**53, 2**53 + 1, float(2**53), float(2**53) + 2, 2**53 + 2, 10**22, 1e22, 10**23, 1e23, 2**1023, 2.0**1023, 10**309,
          float("inf"), -10**309, 0.5, 0, -0.5, -1, 1.5, True, False, 2**63, 2.0**63, 2**63 - 1]
for a in values:
    print("".join("<" if a < b else ">" if a > b else "=" for b in values))
for a, b in itertools.product(values, repeat=2):
    assert (a < b) == (b > a) and (a <= b) == (b >= a) and (a == b) == (b == a) and (a != b) == (not a == b)
    assert (a <= b) == (a < b or a == b)
    if a == b:
        assert hash(a) == hash(b)
print(1e23 == 10**23, int(1e23), 10**23 - int(1e23), 1e22 == 10**22, float(2**53 + 1) == 2**53 + 1)
print(sorted([2**53 + 1, float(2**53), 2**53]), max(2**53 + 1, float(2**53)), min(1e23, 10**23))
print({2**53: "int"}[float(2**53)], {1e22: "float"}[10**22], 10**23 in {1e23}, (2**63) in [2.0**63])
class F(float):
    def __eq__(self, other):
        return "asked"
    __hash__ = float.__hash__
print(3 == F(3), F(3) == 3, 3.0 == F(3), F(4) != 3)
