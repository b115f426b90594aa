"""Integer formats: sizes, signs, byte orders, ranges."""
import struct

for code in "bBhHiIqQ":
    size = struct.calcsize("<" + code)
    signed = code.islower()
    low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    for value in (low, high, 1):
        little, big = struct.pack("<" + code, value), struct.pack(">" + code, value)
        print(code, value, little, big == little[::-1], struct.unpack("!" + code, big) == (value,))
    for value in (low - 1, high + 1, 1.0, "a"):
        try:
            struct.pack("=" + code, value)
        except struct.error as error:
            print(code, error)


class Index:
    def __index__(self):
        return 300


print(struct.pack("<H", Index()), struct.pack("<H", True))
