"""s, p, c, x and ?."""
import struct

print(struct.pack("5s", b"abc"), struct.pack("2s", b"abc"), struct.pack("s", bytearray(b"xy")), struct.pack("0s", b"abc"))
print(struct.pack("5p", b"abc"), struct.pack("3p", b"abc"), struct.pack("p", b"abc"), struct.pack("2c", b"a", b"b"))
print(struct.pack("<hxxh", 1, 2), struct.pack("3x"), struct.pack("???", 1, "", [0]))
print(struct.unpack("5s", b"ab\0c\0"), struct.unpack("5p", b"\x0aabcd"), struct.unpack("p", b"\4"), struct.unpack("2c", b"ab"))
print(struct.unpack("<h2xh", b"\1\0zz\2\0"), struct.unpack("??", b"\0\7"))
print(len(struct.pack("300p", b"a" * 299)), struct.pack("300p", b"a" * 299)[0])
for args in [("c", b"ab"), ("c", "a"), ("s", "a"), ("p", 5), ("c", 65)]:
    try:
        struct.pack(*args)
    except struct.error as error:
        print(args, error)
