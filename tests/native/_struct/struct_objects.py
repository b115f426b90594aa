"""Compiled formats."""
import struct

record = struct.Struct("<i3sd")
print(record.format, record.size, record.pack(1, b"ab", 2.5), record.unpack(record.pack(1, b"ab", 2.5)))
buffer = bytearray(20)
record.pack_into(buffer, 2, 5, b"xyz", 0.5)
print(buffer, record.unpack_from(buffer, 2), list(record.iter_unpack(bytes(30))))
print(struct.Struct(b"<h").format, struct.Struct(format="b").size)


class Named(struct.Struct):
    def __init__(self):
        super().__init__("<hh")


print(Named().pack(1, 2), Named().format, repr(record).split(" at ")[0])
for call in [lambda: struct.Struct(), lambda: struct.Struct(5), lambda: struct.Struct("y"), lambda: record.pack(1), lambda: setattr(record, "size", 1)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
