# int() of text: bases, prefixes, underscores, white space, digits of all scripts, limits, error texts.
import sys


def attempt(*args, **kwargs):
    try:
        value = int(*args, **kwargs)
        print(ascii(args), kwargs, "->", value, type(value).__name__)
    except Exception as error:
        print(ascii(args), kwargs, "->", type(error).__name__, ascii(str(error)))


for text in ("", " ", "1", " 1 ", "\t-1\n", "+1", "- 1", "--1", "1_000", "1__0", "_1", "1_", "0x10", "0_1", "00", "01", "-0", "1.0", "1e3", "１２", "\u0663\u0664", "\u2003 7\u2003", "\x1f5", "5\x00", "\u00b2", "\U0001d7d8", "\ud8001", "1L", "0b"):
    attempt(text)
for text, base in (
    ("10", 2), ("0b10", 2), ("0B1_0", 0), ("0o17", 0), ("0O17", 8), ("017", 0), ("0", 0), ("000", 0), ("0_0", 0), ("0x_f", 16),
    ("0x_f", 0), ("0xg", 16), ("zz", 36), ("Zz", 36), ("z", 35), ("9", 8), ("1", 1), ("1", 37), ("1", -2), ("1", 2**70), ("0b1", 16),
    ("0b1", 10), ("-0xff", 0), ("+ 0xff", 0), ("0x", 0), ("0x", 16), ("", 0), (b"ff", 16), (bytearray(b"7"), 8), (b"\xff", 16), (b"1\x00", 10),
    ("1", "10"), ("1", 10.0), (1, 10), (1.5, 10), (None, 10), ("1", True), ("1", None), ("\u0661\u0662", 3),
):
    attempt(text, base)
attempt()
attempt(base=10)
attempt("10", base=2)
attempt(x="10")
attempt("10", 2, 3)
print(int(memoryview(b"12")))
attempt(b"12 ")
attempt(b"1 2")
attempt([1])
attempt(float("inf"))
attempt(float("nan"))
attempt(-1.99)
attempt(1e20)
attempt(1j)


class HasIndex:
    def __index__(self):
        return 7


class HasInt:
    def __int__(self):
        return 8


class HasTrunc:
    def __trunc__(self):
        return 9


class BadInt:
    def __int__(self):
        return "8"


class IntText(str):
    def __int__(self):
        return 11


class SubInt(int):
    pass


class GivesSub:
    def __int__(self):
        return SubInt(3)


for value in (HasIndex(), HasInt(), BadInt(), IntText("12"), SubInt(5)):
    try:
        result = int(value)
        print(type(value).__name__, result, type(result).__name__)
    except Exception as error:
        print(type(value).__name__, type(error).__name__, error)
print(int("5", HasIndex()))

digits = sys.get_int_max_str_digits()
print(digits, sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
for count in (4300, 4301):
    for text in ("1" * count, "-" + "1" * count, "0" * count + "1", "1_" * (count - 1) + "1"):
        try:
            print(count, len(str(int(text))))
        except ValueError as error:
            print(count, error)
for function in (str, repr, "{}".format, "{:d}".format, "{:,}".format, "%d".__mod__, "%s".__mod__, lambda n: f"{n}", hex, lambda n: f"{n:x}", "%x".__mod__):
    try:
        print(len(function(10**4300)))
    except ValueError as error:
        print(error)
sys.set_int_max_str_digits(1000)
for source in ("1" * 1001, "0x" + "f" * 2000, "1" * 1000):
    try:
        print(len(hex(eval(source))))
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, error)
for bad in (639, -1, "x", 2**40, 1.5):
    try:
        sys.set_int_max_str_digits(bad)
    except Exception as error:
        print(type(error).__name__, error)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)), int("9" * 5000) == 10**5000 - 1)
