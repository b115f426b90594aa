# int(text, base): prefixes, underscores, signs, spaces, digits of other scripts, and what each refusal says.
def show(*args):
    try:
        print(args, "->", int(*args))
    except (ValueError, TypeError, OverflowError) as error:
        print(args, "->", type(error).__name__, error)


for text in ["0", "-0", "+7", " 12\n", "\t-3\x0b", "\u2003 5\xa0", "1_000", "1__0", "_1", "1_", "+ 1", "--1", "", " ", "1 2", "0x1f", "1.0", "1e3", "٣٤", "৭_৩", "²", "一", "\x001", "1\x00", "12\x0034"]:
    show(text)

for text, base in [
    ("0x1F", 16), ("0X1f", 0), ("0b101", 2), ("0B101", 0), ("0o17", 8), ("017", 0), ("00", 0), ("0_0", 0), ("0x_f", 0),
    ("0x", 16), ("0b2", 2), ("0b", 0), ("0xg", 16), ("z", 36), ("Z_z", 36), ("-0b11", 0), ("- 0b11", 0), ("0b1", 16),
    ("0b1", 0), ("12", 2), ("9", 9), ("a", 10), ("0o8", 0), ("1", 1), ("1", 37), ("1", -1), ("1", 2**40), ("0x1", 10),
    ("_1", 0), ("0__1", 0), ("0b_1", 2), ("0_b1", 2),
]:
    show(text, base)

show(b"12")
show(bytearray(b" -0x1f "), 16)
show(b"\xff")
show(b"1\x00")
show(12, 10)
show(None)
show(None, 10)
show([1])
show("1", "2")
show("1", None)
show("1", 10.0)
show(1.9)
show(-1.9)
show(float("nan"))
show(float("inf"))
show(1j)


class Index:
    def __index__(self):
        return 16


show_base = int("ff", Index())
print(show_base, int("ff", base=16), int(), int(Index()))
for call in [lambda: int(base=10), lambda: int(x="1"), lambda: int("1", bass=3), lambda: int("1", 2, 3)]:
    try:
        call()
    except TypeError as error:
        print(error)
