# is_integer, as_integer_ratio, hex and fromhex at the ends of the range, and conversions that refuse.
import math

for value in (0.0, -0.0, 1.0, -2.5, 5e-324, 2.0**-1022, 1.7976931348623157e308, 1e22, 0.1):
    n, d = value.as_integer_ratio()
    print(value, value.is_integer(), value.hex(), n if n < 10**25 else f"{n:x}", d if d < 10**25 else f"2**{d.bit_length() - 1}", float.fromhex(value.hex()) == value)
for bad in (float("inf"), float("nan")):
    for function in (float.as_integer_ratio, int, math.floor, math.ceil, math.trunc, round):
        try:
            function(bad)
        except (OverflowError, ValueError) as error:
            print(bad, getattr(function, "__name__", function), type(error).__name__, error)
print(math.floor(-0.5), math.ceil(-0.5), math.trunc(-1.9), math.floor(1e20), math.ceil(2**70 + 0.0), (5.0).__trunc__(), (-5.5).__floor__(), (5.5).__ceil__())
for text in ["0x1p0", "1", "-0x.8p1", "0x1.8", " 0x1P+3\n", "inf", "-nan", "0x1p1024", "0x1p-1075", "0x1.8p-1075", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080000001p0", "0x", "p1", "0x1p", "0x1.2.3", "1g", "", "0x10p1_0", "+0X.P0", "0x1p99999999999999999999", "0x0p99999999999999999999", "infinity", "Nan(1)", "0xé"]:
    try:
        print(repr(text), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(repr(text), type(error).__name__, error)
print((1.5).conjugate(), (1.5).real, (1.5).imag, float.__getformat__("double"), float.__getformat__("float"))
try:
    float.__getformat__("quad")
except ValueError as error:
    print(error)
print(0.1 + 0.2 == 0.3, 1e308 * 10, -1e308 * 10, 1e-320 / 1e10, float("inf") - float("inf"), 0.0 == -0.0, 0.0 is -0.0)
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, 10**400 < float("inf"), -(10**400) > float("-inf"), 10**400 == float("nan"))
