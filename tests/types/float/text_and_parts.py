# float: text to float and back, hex in all forms, as_integer_ratio, is_integer, rounding, special values.
import math
import sys


def attempt(function, *args):
    try:
        print(f"{getattr(function, '__name__', function)}{ascii(args)} -> {function(*args)!r}")
    except Exception as error:
        print(f"{getattr(function, '__name__', function)}{ascii(args)} -> {type(error).__name__} {ascii(str(error))}")


for text in ("", " 1 ", "1_0.5", "1__0", "_1", "1_", "1e", "1e5", "1E+5", ".5", "5.", ".", "+.5e-1", "inf", "-Infinity", "iNf", "nan", "-nan", "infin", "0x1p3", "1,5", "١.٥", "1\x00", "1e400", "-1e-400", "1e-324", "4.9e-324", "2.4703282292062328e-324", "1_e5", "1e_5", "1e1_0", "\u00a01\u3000", "9007199254740993", "0.1e1_0"):
    attempt(float, text)
attempt(float, b"1.5")
attempt(float, bytearray(b" 2 "))
attempt(float, b"\xff")
attempt(float, None)
attempt(float, 10**400)
attempt(float, 1, 2)
for value in (0.1, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, -0.0, 1 / 3, 2**53 + 0.0, 1e22, 1e23, 9.5e-5, 100.0, 1e100):
    print(repr(value), str(value), value.hex(), value.as_integer_ratio(), value.is_integer(), float.fromhex(value.hex()) == value)
for text in ("0x1.8p1", "1.8", "0x.8p0", "-0x1p-1074", "0x1p-1075", "0x1.fffffffffffffp1023", "0x1p1024", "0x1.fffffffffffff8p1023", "inf", "-nan", "0x", "0x1p", "0x1.p0", "0xp1", " 0x1p2 ", "0x1P+2", "1p2", "0x1g", "0x1.0000000000000800001p0", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x" + "f" * 300, "0x1p99999999999999999999", "0x0p99999999999999999999", "0x1p-99999999999999999999", "\u0661"):
    attempt(float.fromhex, text)
attempt(float.fromhex, b"1")
attempt(float.fromhex, 1.0)
for value in (float("inf"), float("-inf"), float("nan")):
    attempt(value.as_integer_ratio)
    print(value.hex(), value.is_integer(), repr(-value), str(value), format(value, "010.3f"), format(value, "%"), format(value, "+e"))
    attempt(int, value)
    attempt(round, value)
    attempt(round, value, 2)
    attempt(math.floor, value)
for value, digits in ((2.5, None), (3.5, None), (-2.5, None), (2.675, 2), (1e300, -299), (1234.5, -2), (5e-324, 400), (1.5, 2**70), (1.5, -(2**70)), (0.5, 0), (1.5, 0), (-0.4, 0), (1e16 + 2, -1), (1.1, 1.0), (15, -1), (25, -1), (-15, -1), (10**30 + 5, -1)):
    attempt(round, value, digits)
print([repr(x % y) for x in (5.5, -5.5, 0.0, -0.0) for y in (2.0, -2.0, float("inf"), float("-inf"))])
print([repr(x // y) for x in (5.5, -5.5, 0.0, -0.0) for y in (2.0, -2.0, float("inf"), float("-inf"))])
print([divmod(x, y) for x in (7.0, -7.0, 1e308) for y in (0.1, -0.3)])
for expression in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0.0)", "0.0 ** -1", "(-8.0) ** (1/3)", "-0.0 ** -1.0", "float('nan') ** 0", "1.0 ** float('nan')", "0.0 ** float('inf')", "(-1.0) ** float('inf')", "pow(2.0, 3, 5)", "1.0 << 1", "~1.0", "1.0 & 1", "math.nan < 1, math.nan == math.nan, math.nan in [math.nan]", "1e16 == 10**16, 1e16 + 1 == 10**16 + 1, 2.0**53 + 1 == 2**53 + 1", "2**1024 > 1.7e308, 2**1024 < float('inf'), -(2**1024) > float('-inf')", "hash(-0.0), hash(2.0**40) == hash(2**40), hash(float('inf'))"):
    try:
        print(expression, "=", eval(expression))
    except Exception as error:
        print(expression, "=", type(error).__name__, error)
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_repr_style)
print(float.__getformat__("double"), float.__getformat__("float"))


class F(float):
    def __repr__(self):
        return "F!"


print(F(1.5), [F(2)], F("3") + 1, type(F(1) + F(2)).__name__, type(+F(1)).__name__, F.fromhex("0x1p1"), type(F.fromhex("1")).__name__, F(2.5).real, str(F(1)), "%s %r %.1f" % (F(1), F(1), F(1)))
