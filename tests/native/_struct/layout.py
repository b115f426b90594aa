"""Alignment, repeat counts and what is wrong with a format."""
import struct

for code in ["", "bi", "b0i", "<bi", "=bi", "bq", "qb", "b3xh", "3b2h", " b i ", "bhbib", "2s h", "x"]:
    print(repr(code), struct.calcsize(code))
for code in ["y", "3", "i3", "3 i", "<n", "@>i", "i!", "\u00e9", "i\0", 5, None]:
    try:
        print(struct.calcsize(code))
    except (struct.error, TypeError, UnicodeError) as error:
        print(repr(code), type(error).__name__, error)
print(struct.calcsize(b"<ih"), struct.pack("@bh", 1, 2), struct.pack("<2h", 1, 2))
for args in [("i",), ("ii", 1), ("i", 1, 2), ()]:
    try:
        print(struct.pack(*args))
    except (struct.error, TypeError) as error:
        print(args, type(error).__name__, error)
