"""_ZlibDecompressor keeps its own input; gzip on top of zlib."""
import gzip
import io
import zlib

data = b"0123456789" * 100
packed = zlib.compress(data)
z = zlib._ZlibDecompressor()
print(len(z.decompress(packed[:10], 5)), z.needs_input, z.eof)
print(len(z.decompress(packed[10:], 50)), z.needs_input, z.eof)
print(len(z.decompress(b"rest")), z.needs_input, z.eof, z.unused_data)
try:
    z.decompress(b"")
except EOFError as error:
    print(error)
g = gzip.compress(data, mtime=0)
print(len(g), gzip.decompress(g) == data, gzip.decompress(g + g) == data * 2)
with gzip.GzipFile(fileobj=io.BytesIO(g)) as file:
    print(file.read(12), file.readline()[:5], file.tell())
try:
    gzip.decompress(g[:-3])
except EOFError as error:
    print(error)
try:
    gzip.decompress(b"plain text")
except gzip.BadGzipFile as error:
    print(error)
