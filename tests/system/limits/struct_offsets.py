# Offsets of pack_into and unpack_from: negative ones, those beyond the buffer, and those beyond 2**53, to the last digit.
import struct
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
data = bytes(range(8))
for offset in (0, 4, 5, 8, 9, -4, -3, -8, -9, 2**31, 2**53 + 1, 2**62 + 1, 2**63 - 1, -2**53 - 1, -2**62 - 1, -2**63, 2**63, -2**70):
    show(lambda: struct.unpack_from(">I", data, offset))
    show(lambda: struct.pack_into(">I", bytearray(8), offset, 1))
show(lambda: struct.unpack_from(">I", data, "0"))
show(lambda: struct.pack_into(">I", bytearray(8), 1.0, 1))
show(lambda: struct.unpack_from("", b"", 0))
show(lambda: struct.unpack_from("", b"", 1))
