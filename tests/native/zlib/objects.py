"""Streams: flushing, copying, limits, what is left over."""
import zlib

c = zlib.compressobj()
parts = [c.compress(b"abc" * 50), c.flush(zlib.Z_SYNC_FLUSH), c.compress(b"def"), c.flush(zlib.Z_FULL_FLUSH)]
twin = c.copy()
parts += [c.compress(b"x"), c.flush()]
print(parts, twin.compress(b"y") + twin.flush())
packed = b"".join(parts)
d = zlib.decompressobj()
print(len(d.decompress(packed[:5])), len(d.decompress(packed[5:] + b"tail")), d.eof, d.unused_data, d.unconsumed_tail)
d = zlib.decompressobj()
print(d.decompress(packed, 10), len(d.unconsumed_tail), d.eof)
e = d.copy()
print(len(d.flush()), d.eof, len(e.decompress(e.unconsumed_tail)), e.eof)
words = b"common words in a dictionary"
c = zlib.compressobj(level=9, zdict=words)
packed = c.compress(b"some common words") + c.flush()
print(packed, zlib.decompressobj(zdict=words).decompress(packed))
for call in [
    lambda: zlib.decompressobj().decompress(packed),
    lambda: zlib.decompressobj(zdict=b"other").decompress(packed),
    lambda: zlib.compressobj(level=20),
    lambda: zlib.decompressobj(99),
    lambda: zlib.decompressobj(zdict=5),
    lambda: c.compress(b"a"),
    lambda: c.copy(),
    lambda: d.decompress(b"a", -1),
    lambda: e.flush(0),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
