# round() of floats to digits either side of the point, halves to even in binary, and what a float is as a ratio.
import math


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


values = [0.5, 1.5, 2.5, -0.5, 2.675, 1.005, 0.15, 0.25, 0.35, 1e16, 1e22, 123456789.987654321, 5e-324, 1.7976931348623157e308, -0.0, 2**52 + 0.5, 0.1 + 0.2]
for value in values:
    print(value, [round(value, digits) for digits in (-2, -1, 0, 1, 2, 3, 15, 17)], round(value))
for value in (float("nan"), float("inf"), -math.inf):
    for digits in (None, 0, 2, -400, 400):
        attempt(f"round({value}, {digits})", lambda: round(value, digits))
attempt("overflow", lambda: round(1.7976931348623157e308, -308))
attempt("many digits", lambda: round(1.5, 10**20))
attempt("few digits", lambda: (round(1.5, -(10**20)), round(-1.5, -400)))
attempt("float digits", lambda: round(1.5, 1.0))
for value in (0.1, -2.5, 5e-324, 1e308, 0.0, -0.0, 3.0):
    print(value, value.as_integer_ratio(), value.hex(), float.fromhex(value.hex()) == value, math.frexp(value), math.modf(value))
for value in (math.inf, math.nan):
    attempt("ratio", value.as_integer_ratio)
for text in ("0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x.8p1", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "1.8", "-inf", "nan", "0x", "0x1p", "0xg", " 0x1p1 ", "0x1_0p0", "+0X1P+3", "0x1p99999999999999999999", "0x0p99999999999999999999", "0x1.00000000000008p0", "0x1.00000000000018p0", "00a0p1023Infinity", "1p9999 x", "1x", "1p", "0x1p5p5", "1.2.3", "p5", "1p+", "0x1.8 p1"):
    attempt(text, lambda: float.fromhex(text))


class F(float):
    def __new__(cls, value):
        return super().__new__(cls, value * 2)


print(type(F.fromhex("0x1p1")).__name__, F.fromhex("0x1p1"), round(F(1.25), 1), type(round(F(1.25), 1)).__name__, type(round(F(1.25))).__name__)
print([math.fmod(a, b) for a in (5.5, -5.5) for b in (2, -2)], [divmod(a, b) for a in (5.5, -5.5, -0.0) for b in (2, -2, math.inf)])
print(5.0 // 0.1, 5.0 % 0.1, -1e-20 % 1.0, 1e-20 // -1.0, 1e300 // 1e-300)
