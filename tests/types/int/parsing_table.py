# int() of texts and bytes with every base: signs, prefixes, underscores, spaces, digits of other scripts, complaints.
texts = ["12", " 12 ", "+12", "-12", "--1", "- 1", "0x1f", "0X1F", "0b11", "0o17", "017", "0_7", "1_000", "1__0", "_1", "1_", "0x_1f", "0x", "z", "Zz", "\u0661\u0662", "\uff11", "\u00b2", "1\0", "", " ", "1e3", "1.0", "\u30001\u00a0", "\ud800", "0", "00", "0_0", "-0", "0b2", "9" * 25]
bases = [0, 2, 8, 10, 16, 36]
for text in texts:
    answers = []
    for base in bases:
        try:
            answers.append(int(text, base))
        except ValueError as error:
            answers.append(ascii(str(error)).replace("invalid literal for int() with base", "!"))
    print(ascii(text), answers)


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class Index:
    def __index__(self):
        return 16


class Trunc:
    def __trunc__(self):
        return 7


class Text(str):
    def __int__(self):
        return 99


for value in (b"12", b"0x1f", b"1_0", b"\xff", b"", bytearray(b"7"), memoryview(b"8"), b" 9 ", b"1\x00"):
    attempt(f"{bytes(value)}", lambda: int(value))
    attempt(f"{bytes(value)} base 16", lambda: int(value, 16))
for base in (1, 37, -1, 2**70, "10", None, 10.0, True, Index()):
    attempt(f"base {type(base).__name__}", lambda: int("11", base))
for value in (5, 5.9, None, [], Trunc(), Text("5"), Index(), 2j, float("nan"), float("-inf"), 1e300 * 0):
    attempt(f"{type(value).__name__}", lambda: int(value))
    attempt(f"{type(value).__name__} with base", lambda: int(value, 10))
attempt("base alone", lambda: int(base=10))
attempt("keyword", lambda: int(x=5))
attempt("x and base", lambda: int("5", base=16))
attempt("three", lambda: int("5", 10, 10))
attempt("none", lambda: int())
