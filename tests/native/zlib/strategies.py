"""Strategies and memory levels."""
import zlib

data = bytes((i * 7919 % 251) & (0xF0 if i % 3 else 0x0F) for i in range(4000))
for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED):
    for memory in (5, 8, 9):
        c = zlib.compressobj(6, zlib.DEFLATED, -12, memory, strategy)
        packed = c.compress(data) + c.flush()
        print(strategy, memory, len(packed), zlib.crc32(packed), zlib.decompress(packed, -12) == data)
c = zlib.compressobj(wbits=31)
packed = c.compress(data) + c.flush()
d = zlib.decompressobj(wbits=47)
print(d.decompress(packed) == data, d.eof, packed[:3])
print(zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.DEF_BUF_SIZE, zlib.Z_BEST_COMPRESSION, zlib.error.__mro__[1].__name__)
