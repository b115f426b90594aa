# pow with a modulus: signs, inverses, zero, one, big numbers, other types; and ** over signs and kinds of exponents.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for base in (0, 1, -1, 2, -3, 7, 10**20):
    row = []
    for exponent in (0, 1, 2, 5, -1, -2):
        for modulus in (1, -1, 2, 7, -7, 15, 10**9 + 7):
            try:
                value = pow(base, exponent, modulus)
                assert (0 <= value < modulus) if modulus > 0 else (modulus < value <= 0)
                if exponent >= 0:
                    assert value == base**exponent % modulus
                row.append(value)
            except ValueError as error:
                row.append(str(error)[:9])
    print(base, row)
show(lambda: pow(2, 3, 0))
show(lambda: pow(2, -1, 4))
show(lambda: pow(2, -1, 0))
show(lambda: pow(2.0, 3, 5))
show(lambda: pow(2, 3.0, 5))
show(lambda: pow(2, 3, 5.0))
show(lambda: pow(2, 3, None))
show(lambda: pow(2, 3, mod=None))
show(lambda: pow(base=2, exp=10, mod=1000))
show(lambda: pow("2", 3))
show(lambda: pow(2, "3", 5))
show(lambda: pow(2, 3, "5"))
show(lambda: pow(2))
show(lambda: pow(True, True, 3))
show(lambda: pow(3, 2**200, 2**61 - 1))
show(lambda: pow(2**500, 2**500, 10**30))
show(lambda: (2**-1, (-2)**-3, 0**0, 0.0**0, (-8)**(1 / 3), 2**0.5, (-1)**1.0, 10**-20, type(2**-0), (-2)**2**3))
show(lambda: 0**-1)
show(lambda: 2**10000 == 1 << 10000)
show(lambda: (-1) ** (10**30))
show(lambda: pow(2, 10, 2**64 + 1))
show(lambda: (-2.0)**0.5)
class P:
    def __pow__(self, other, mod="none"): return f"pow {other} {mod}"
    def __rpow__(self, other, mod="none"): return f"rpow {other} {mod}"
    def __ipow__(self, other): return f"ipow {other}"
show(lambda: (P()**2, 2**P(), pow(P(), 2), pow(P(), 2, 3), pow(2, P())))
show(lambda: pow(2, P(), 3))
show(lambda: pow(2, 3, P()))
p = P()
p **= 5
print(p)
