# struct: packing, unpacking, alignment, byte order, errors.
import struct
from struct import Struct, calcsize, iter_unpack, pack, pack_into, unpack, unpack_from

print(pack(">bBhHiIqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1).hex(), pack("<hhl", 1, 2, 3).hex(), pack("!fd", 1.5, -2.25).hex(), pack("<e", 0.1).hex())
print(unpack("<ihb3s", bytes(range(10))), unpack(">5sxc?", b"hello\0z\1"), unpack("<2H2x", b"\1\0\2\0\0\0"), unpack("3p", b"\2ab"), pack("6p", b"longer text"), pack("5s", b"ab"), pack("0s3x", b""), unpack("=?", b"\2"))
print([(f, calcsize(f)) for f in ("b", "<bi", "=bhiq", ">bq", "!4s2x3h", "10s", "<e", "@bi", "@bd", "@bi0q", "c3i", "@hb0i")])
print(pack("@bi", 1, 2).hex(), pack("@ci", b"*", 0x12131415).hex(), pack("<ic", 0x12131415, b"*").hex())
buffer = bytearray(12)
pack_into(">HHI", buffer, 2, 1, 2, 3)
print(buffer, unpack_from(">HH", buffer, 2), list(iter_unpack("<HB", bytes(range(9)))), unpack_from("<I", memoryview(buffer), offset=6))
header = Struct("<4sHH")
print(header.size, header.format, header.pack(b"RIFF", 1, 2), header.unpack(b"WAVE\3\0\4\0"), type(header), [h for h, *_ in header.iter_unpack(b"abcd\0\0\0\0efgh\1\0\1\0")])
print(unpack("<f", pack("<f", 0.1)), unpack("<d", pack("<d", float("inf"))), unpack(">e", b"\x7c\x00"), pack(">f", float("-inf")).hex(), unpack("<d", b"\0\0\0\0\0\0\xf8\x7f"), pack("<d", -0.0).hex())


class Index:
    def __index__(self):
        return 7


print(pack("<b?", Index(), []), pack("<q", True))
for action in (lambda: pack("b", 200), lambda: pack("B", -1), lambda: pack("i", "x"), lambda: pack("ii", 1), lambda: unpack("i", b"abc"), lambda: pack("z", 1), lambda: pack("c", b"ab"), lambda: pack("f", 1e100), lambda: pack("e", 1e6), lambda: unpack_from("i", b"abcd", 2), lambda: pack_into("i", bytearray(2), 0, 1), lambda: list(iter_unpack("i", b"abcde")), lambda: calcsize("3"), lambda: pack("s", "str"), lambda: pack("<n", 1), lambda: pack(">q", 2**63), lambda: pack("d", "x"), lambda: pack_into("b", b"const", 0, 1), lambda: unpack_from("b", b"abc", -4), lambda: iter_unpack("", b""), lambda: pack("H", 70000), lambda: struct.Struct(5), lambda: pack("<I", 2**32), lambda: pack("<h", 1.0)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def png_chunk(kind, data):
    return pack(">I4s", len(data), kind) + data + pack(">I", 0xDEADBEEF)


stream = b"\x89PNG" + png_chunk(b"IHDR", pack(">IIBB", 640, 480, 8, 2)) + png_chunk(b"IEND", b"")
offset = 4
while offset < len(stream):
    length, kind = unpack_from(">I4s", stream, offset)
    print(kind, length, unpack_from(">II", stream, offset + 8) if length else None)
    offset += length + 12
