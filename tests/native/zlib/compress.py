"""Compressed bytes are zlib's own, at each level."""
import zlib

data = b"".join(b"line %d of some text, some text\n" % (i * i % 97) for i in range(300))
for level in range(-1, 10):
    packed = zlib.compress(data, level)
    print(level, len(packed), zlib.crc32(packed), zlib.decompress(packed) == data)
for wbits in (9, 12, 15, -15, 31):
    packed = zlib.compress(data, wbits=wbits)
    print(wbits, len(packed), packed[:4], zlib.decompress(packed, wbits) == data)
print(zlib.compress(b""), zlib.compress(b"a"), zlib.decompress(zlib.compress(b"a"), bufsize=0))
print(zlib.crc32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.adler32(b"abc"), zlib.adler32(b"", 5))
for call in [
    lambda: zlib.compress("a"),
    lambda: zlib.compress(b"a", 10),
    lambda: zlib.compress(b"a", wbits=5),
    lambda: zlib.decompress(b""),
    lambda: zlib.decompress(b"abc"),
    lambda: zlib.decompress(zlib.compress(data)[:-1]),
    lambda: zlib.decompress(zlib.compress(data)[:-4] + b"\0\0\0\0"),
    lambda: zlib.decompress(zlib.compress(data), 5),
    lambda: zlib.decompress(b"", bufsize=-1),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
