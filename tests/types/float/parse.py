# float(text): every accepted spelling, the halfway cases of rounding, and the refusals.
import math


def show(text):
    try:
        print(ascii(text), "->", repr(float(text)))
    except (ValueError, TypeError) as error:
        print(ascii(text), "->", type(error).__name__, ascii(str(error)))


for text in [
    "1", "1.", ".5", "-.5e1", "+1E+2", " 1.5\n", "1_0.0_1", "1e1_0", "_1.0", "1._0", "1_.0", "1e_5", "1__0", "inf", "-Inf", "+INFINITY", "infinit",
    "nan", "-NaN", "nan(1)", "", " ", ".", "e5", "1e", "1e+", "0x10", "1.0.0", "1,5", "1 2", "١.٥", "\u2003" + "2\xa0", "1\x00", "1.5j", "--1", "1e5.0",
    "1e400", "-1e400", "1e-400", "-1e-400", "0e999999999999", "1e99999999999999999999", "1e-99999999999999999999",
    "9007199254740993", "9007199254740992.99999999999999999", "9007199254740993.00000000000000000000001",
    "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "179769313486231580793728971405301e276",
    "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "2.2250738585072011e-308", "2.2250738585072014e-308",
    "0.1000000000000000055511151231257827021181583404541015625", "0.10000000000000000555111512312578270211815834045410156251",
    "123456789012345678901234567890", "0." + "0" * 400 + "1" + "e401", "1" + "0" * 400 + "e-400", "8.5e22", "1e23", "-0", "-0.0e5",
]:
    show(text)
show(b"1.5")
show(bytearray(b" -2.5 "))
print(float(memoryview(b"3")))
show(b"\xff1")
show("\ud800")
show(None)
show([])
show(1 + 0j)
show(True)
show(10**400 if False else 10**300)
try:
    float(10**400)
except OverflowError as error:
    print(error)
try:
    float("1", 2)
except TypeError as error:
    print(error)
try:
    float(x="1")
except TypeError as error:
    print(error)
print(float(), float.__new__(float, "2"), math.copysign(1, float("-0")))


class Sub(float):
    pass


print(repr(Sub("1.25")), type(Sub(" 2 ")).__name__, Sub("inf") > 1)
