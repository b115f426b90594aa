# io: text and byte streams in memory and on disk, buffering, newlines, errors.
import io
import os
import tempfile


def describe(error):
    """Error numbers differ between systems."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} {error.filename!r} {error.filename2!r}"
    return str(error)


s = io.StringIO("first\nsecond\nthird")
print(s.readline(), s.tell(), s.read(3), s.readlines(), s.read(), s.seek(0), list(s), s.getvalue())
s.seek(0, io.SEEK_END)
print(s.write("!\n"), s.seek(2), s.truncate(), s.getvalue(), s.closed, s.readable(), s.writable(), s.seekable(), s.isatty(), s.line_buffering, s.encoding, s.newlines)
w = io.StringIO(newline=None)
w.write("a\r\nb\rc\n")
print(repr(w.getvalue()), repr(io.StringIO("a\r\nb", newline="").readlines()), repr(io.StringIO("a\r\nb", newline="\r\n").readlines()))
b = io.BytesIO(b"hello world")
view = b.getbuffer()
view[0:1] = b"J"
print(b.read(5), b.read1(2), b.getvalue(), b.readinto(bytearray(3)), b.tell(), len(view))
try:
    b.write(b"x" * 100)
except BufferError as error:
    print(error)
del view
b.seek(0, 2)
print(b.write(b"!!"), b.getvalue(), b.seek(-3, 1), b.read(), b.seek(20), b.write(b"z"), b.getvalue())

folder = tempfile.mkdtemp()
path = os.path.join(folder, "f.txt")
with open(path, "w", encoding="utf-8", newline="\n") as f:
    print(f.write("ünïcode\n"), f.mode, f.encoding, f.name == path, f.fileno() > 2, f.newlines)
    print("printed", 1, 2, sep="-", file=f)
    f.writelines(["x\n", "y\r\n", "z"])
with open(path, encoding="utf-8") as f:
    print(f.readline(), f.read(4), f.readlines(), f.newlines)
    f.seek(0)
    print(f.tell(), next(f), [line.strip() for line in f])
with open(path, "rb") as f:
    print(f.read(), type(f).__name__, f.seek(-3, os.SEEK_END), f.peek()[:2], f.read(1), f.raw.__class__.__name__)
with open(path, "r+", encoding="utf-8") as f:
    f.seek(0, 2)
    f.write("appended")
    f.seek(0)
    print(repr(f.read()))
with open(path, "ab", buffering=0) as f:
    print(f.write(b"\xff\n"), f.tell() == os.path.getsize(path), f)if False else f.write(b"\xff\n")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        with open(path, encoding="utf-8", errors=errors) as f:
            print(errors, ascii(f.read()[-8:]))
    except UnicodeDecodeError as error:
        print(error)
with open(path, "w+b") as f:
    f.write(b"0123456789")
    f.seek(3)
    print(f.read(2), f.write(b"XX"), f.seek(0), f.read(), f.truncate(4), f.seek(0), f.read())
wrapper = io.TextIOWrapper(io.BytesIO(b"caf\xe9\r\nb"), encoding="latin-1", newline=None)
print(wrapper.read(), wrapper.buffer.getvalue(), wrapper.detach().closed)
out = io.BytesIO()
text = io.TextIOWrapper(out, encoding="utf-16", write_through=True)
text.write("hi")
text.reconfigure(encoding="utf-16-le") if False else text.flush()
print(out.getvalue())
reader = io.BufferedReader(io.BytesIO(b"abcdef"), buffer_size=4)
print(reader.peek(2), reader.read(3), reader.read1(10), reader.read())
pair = io.BufferedRWPair(io.BytesIO(b"in"), io.BytesIO())
print(pair.read(), pair.write(b"out"), pair.flush())


class Upper(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        chunk, self.data = self.data[: len(buffer)], self.data[len(buffer):]
        buffer[: len(chunk)] = chunk.upper()
        return len(chunk)


print(io.BufferedReader(Upper(b"shout\nloud")).readlines(), io.TextIOWrapper(io.BufferedReader(Upper(b"text"))).read(), Upper(b"all").readall())
for action in (lambda: open(os.path.join(folder, "missing")), lambda: open(path, "q"), lambda: open(path, "rw"), lambda: open(path, "rb", encoding="x"), lambda: open(path, "x"), lambda: s.write(b"bytes"), lambda: b.write("text"), lambda: io.StringIO(5), lambda: open(path).write("x"), lambda: f.read(), lambda: open(path, encoding="no-such"), lambda: open(path, "r", 0), lambda: io.BytesIO().seek(-1), lambda: io.StringIO().seek(1, 1), lambda: io.RawIOBase().read(), lambda: open(path, newline="x"), lambda: open(""), lambda: reader.write(b"")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, describe(error).replace(folder, "DIR"), isinstance(error, OSError))
os.remove(path), os.rmdir(folder)
print(io.DEFAULT_BUFFER_SIZE, issubclass(io.StringIO, io.TextIOBase), isinstance(b, io.BufferedIOBase), io.open is open)
