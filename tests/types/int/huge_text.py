# Integers of thousands of digits: to text, back, in every base, and the limit on digits.
import sys

big = 3**5000
text = str(big)
print(len(text), text[:20], text[-20:])
print(int(text) == big, int("-" + text) == -big, int("0" * 100 + text) == big)
print(len(hex(big)), hex(big)[:20], hex(big)[-10:])
print(int(hex(big), 16) == big, int(bin(big), 0) == big, int(oct(big), 8) == big)


def digits(value, base):
    symbols = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = []
    while value:
        value, rest = divmod(value, base)
        out.append(symbols[rest])
    return "".join(reversed(out))


small = 7**300
for base in (3, 5, 7, 13, 26, 36):
    print(base, digits(small, base)[:12], int(digits(small, base), base) == small)
print(sys.get_int_max_str_digits())
for function in [
    lambda: str(10**4300),
    lambda: int("1" * 4301),
    lambda: f"{10**4300}",
    lambda: "%d" % 10**2 if False else "%d" % (10**4300),
    lambda: repr([10**4300]),
    lambda: f"{10**4300:,}",
]:
    try:
        function()
    except ValueError as error:
        print(error)
print(len(f"{10**5000:x}"), len("%x" % 10**5000), len(str(10**4299)), int("f" * 5000, 16).bit_length())
sys.set_int_max_str_digits(0)
print(len(str(10**20000)), int("7" * 20000) % 1000007)
value = int("123456789" * 1500)
print(value % 10**9 == 123456789, str(value) == "123456789" * 1500)
print(f"{10**30:,}", f"{-(10**30):_}", f"{2**80:_x}", f"{2**80:#_b}"[-24:])
for bad in (-1, 5, 639, 2**40, "x", None):
    try:
        sys.set_int_max_str_digits(bad)
        print("accepted", bad)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
