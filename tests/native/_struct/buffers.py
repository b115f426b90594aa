"""pack_into, unpack_from and iter_unpack."""
import struct

buffer = bytearray(8)
struct.pack_into("<h", buffer, 2, 258)
struct.pack_into("<h", buffer, -2, -1)
struct.pack_into("<b", memoryview(buffer)[1:], 0, 7)
print(buffer, struct.unpack_from("<h", buffer, 2), struct.unpack_from("<h", buffer, -2), struct.unpack_from("b", buffer=buffer, offset=1))
iterator = struct.iter_unpack("<h", bytes(buffer))
print(next(iterator), iterator.__length_hint__(), list(iterator), list(iterator))
for call in [
    lambda: struct.pack_into("<h", buffer, 7, 1),
    lambda: struct.pack_into("<h", buffer, -1, 1),
    lambda: struct.pack_into("<h", buffer, -9, 1),
    lambda: struct.pack_into("<h", b"readonly", 0, 1),
    lambda: struct.pack_into("<h"),
    lambda: struct.pack_into("<h", buffer),
    lambda: struct.pack_into("<h", buffer, 0),
    lambda: struct.unpack_from("<h", buffer, 7),
    lambda: struct.unpack_from("<h", buffer, -1),
    lambda: struct.unpack_from("<h", buffer, -9),
    lambda: struct.unpack("<h", b"abc"),
    lambda: struct.unpack("<h", "ab"),
    lambda: struct.iter_unpack("<h", b"abc"),
    lambda: struct.iter_unpack("", b""),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
