# zlib and gzip: compression round trips, streams, checksums, errors.
import gzip
import io
import zlib

data = b"".join(b"line %d of a fairly repetitive text\n" % (i % 17) for i in range(500))
packed = zlib.compress(data)
print(len(packed) < len(data) // 10, zlib.decompress(packed) == data, packed[:2].hex())
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b""), zlib.adler32(b""), zlib.crc32(b"world", zlib.crc32(b"hello ")) == zlib.crc32(b"hello world"), zlib.adler32(b"b", 5))
for level in (-1, 0, 1, 9):
    assert zlib.decompress(zlib.compress(data, level)) == data
print(len(zlib.compress(data, 0)) > len(data))
fixed = bytes.fromhex("789c4bcec82c56e0e20200096c0216")
stream = zlib.decompressobj()
parts = [stream.decompress(packed[i : i + 50]) for i in range(0, len(packed), 50)]
print(b"".join(parts) + stream.flush() == data, stream.eof, stream.unused_data, stream.unconsumed_tail)
stream = zlib.decompressobj()
first = stream.decompress(packed + b"tail", 100)
print(len(first), stream.decompress(stream.unconsumed_tail) == data[100:], stream.unused_data)
compressor = zlib.compressobj(6, zlib.DEFLATED, -15)
raw = compressor.compress(data[:100]) + compressor.flush(zlib.Z_SYNC_FLUSH) + compressor.compress(data[100:]) + compressor.flush()
print(zlib.decompress(raw, wbits=-15) == data, zlib.decompress(zlib.compress(data, wbits=31), 47) == data, zlib.decompress(raw, -zlib.MAX_WBITS, 10) == data)
z = gzip.compress(data, mtime=0)
print(z[:4].hex(), gzip.decompress(z) == data, zlib.decompress(z, 31) == data, gzip.decompress(z + z) == data * 2)
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode="wb", filename="x.txt", mtime=1) as f:
    f.write(b"first\n")
    f.write(b"second\n")
buffer.seek(0)
with gzip.open(buffer, "rt", encoding="ascii") as f:
    print(f.readlines())
buffer.seek(0)
with gzip.GzipFile(fileobj=buffer) as f:
    print(f.read(3), f.readline(), f.tell(), f.seek(1), f.read(), f.mtime)
dictionary = zlib.compressobj(zdict=b"hello world")
body = dictionary.compress(b"hello world hello") + dictionary.flush()
print(zlib.decompressobj(zdict=b"hello world").decompress(body))
for action in (lambda: zlib.decompress(b"junk"), lambda: zlib.decompress(packed[:-10]), lambda: zlib.decompress(b""), lambda: zlib.compress("text"), lambda: zlib.compress(b"", 99), lambda: zlib.decompress(packed[:-1] + b"\0"), lambda: gzip.decompress(b"not gzip"), lambda: zlib.decompressobj().decompress(b"", -1), lambda: gzip.decompress(z[:-3]), lambda: zlib.decompressobj().decompress(body)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(zlib.Z_BEST_COMPRESSION, zlib.DEF_MEM_LEVEL, zlib.MAX_WBITS, zlib.Z_FINISH, zlib.error.__name__)

# A stream in pieces, compressed and taken apart again.
text = b"".join(b"line %d of the text\n" % number for number in range(400))
for level in (1, 6, 9):
    compressor = zlib.compressobj(level)
    packed = b"".join(compressor.compress(text[at : at + 1000]) for at in range(0, len(text), 1000)) + compressor.flush()
    expander = zlib.decompressobj()
    parts = []
    rest = packed + b"tail"
    while rest and not expander.eof:
        parts.append(expander.decompress(rest, 700))
        rest = expander.unconsumed_tail
    print(level, len(packed), zlib.crc32(packed), b"".join(parts) == text, expander.unused_data, expander.eof)
try:
    zlib.decompress(b"not compressed")
except zlib.error as error:
    print("zlib.error", error)
print(zlib.adler32(text), zlib.crc32(text, 7), len(zlib.compress(b"", 9)))
