"""Floats of three sizes."""
import struct

inf, nan = float("inf"), float("nan")
for value in [0.0, -0.0, 1.0, -2.5, 1e-8, 0.1, 65504.0, 6.1e-5, 5.96e-8, inf, -inf]:
    packed = struct.pack("<e", value), struct.pack("<f", value), struct.pack(">d", value)
    print(value, packed, struct.unpack("<e", packed[0]), struct.unpack("<f", packed[1]))
print(struct.pack("<e", nan), struct.pack("<f", nan), struct.pack("<d", nan), struct.unpack("<e", b"\x01\x7e"))
print(struct.pack("<e", 2049.0), struct.pack("<e", 2051.0), struct.pack("<d", 3), struct.unpack(">e", b"\0\1"))
for code, value in [("<e", 65520.0), ("<e", 1e300), ("<f", 1e300), ("<d", "a"), ("<f", None), ("<d", 10**400)]:
    try:
        print(struct.pack(code, value))
    except (struct.error, OverflowError) as error:
        print(type(error).__name__, error)
