# memoryview: formats, casts, shapes, slices, assignment, release, comparison, hash, and all errors of these.
import array
import struct

def attempt(label, function, *args):
    try:
        result = function(*args)
        print(label, "->", result.tolist() if isinstance(result, memoryview) else result)
    except Exception as error:
        print(label, "->", type(error).__name__, error)


data = bytearray(range(24))
m = memoryview(data)
for code in "bBhHiIlLqQnNfdc?Pe":
    try:
        c = m.cast(code)
        print(code, c.itemsize in (1, 2, 4, 8), c.format, c.ndim, c.contiguous, c.strides == (c.itemsize,), c[0] if code not in "lLnNP" else "")
    except Exception as error:
        print(code, type(error).__name__, error)
for arguments in (("x",), ("ii",), ("<i",), ("@i",), ("",), (5,), ("B", [2, 12]), ("B", (2, 3, 4)), ("H", [3, 4]), ("B", [5, 5]), ("B", []), ("B", [24]), ("B", [-1, -24]), ("B", [0]), ("B", ["a"]), ("B", 24), ("B", [2.0, 12]), ("B", [1] * 65)):
    attempt(f"cast{arguments}", m.cast, *arguments)
two = m.cast("B", [4, 6])
three = m.cast("B", [2, 3, 4])
print(two.shape, two.strides, two.suboffsets, two.nbytes, len(two), two.c_contiguous, two.f_contiguous, three.tolist())
for index in (0, (0, 1), (3, 5), (-1, -1), (4, 0), (0, 6), (0,), (0, 1, 2), slice(1, 3), (slice(0, 1), slice(0, 1)), (0, slice(1, 2)), "a", (1.5, 0), 2**70, None, ...):
    attempt(f"two[{index}]", two.__getitem__, index)
    attempt(f"m[{index}]", m.__getitem__, index)
def put(view, index, value):
    view[index] = value
    return bytes(view[:4]) if view.ndim == 1 else view.tolist()[0]
for index, value in ((0, 5), (0, 256), (0, -1), (0, "a"), (0, 1.0), (0, b"a"), (slice(0, 2), b"xy"), (slice(0, 2), b"xyz"), (slice(0, 4, 2), b"pq"), (slice(0, 2), "xy"), (slice(0, 2), memoryview(b"abcd")[::2]), (slice(0, 2), array.array("h", [1])), (100, 1), (slice(3, 0, -1), b"abc"), (slice(0, 2), [1, 2]), (slice(1, 3), m[0:2])):
    attempt(f"m[{index}] = {value!r}" if not isinstance(value, memoryview) else f"m[{index}] = view", put, m, index, value)
attempt("two[0, 0] = 9", put, two, (0, 0), 9)
attempt("two[0] = 9", put, two, 0, 9)
attempt("two[0:1] = b", put, two, slice(0, 1), b"abcdef")
attempt("del", m.__delitem__, 0)
attempt("del frozen", memoryview(b"a").__delitem__, 0)
attempt("set frozen", put, memoryview(b"abc"), 0, 1)
f = memoryview(array.array("d", [1.5, 2.5]))
attempt("double", put, f, 0, "x")
f[0] = 3
print(f.tolist(), f.format, f[1:].tolist(), f[::-1].tolist(), f[::-1].strides, f[::-1].contiguous, f.hex(), f == array.array("f", [3, 2.5]))
boolean = memoryview(bytearray(b"\0\1\1")).cast("?")
print(boolean.tolist())
boolean[0] = []
boolean[1] = "yes"
print(boolean.tolist())
chars = memoryview(bytearray(b"abc")).cast("c")
print(chars.tolist(), chars[0], b"a" in chars)
attempt("chars", put, chars, 0, 97)
attempt("chars", put, chars, 0, b"ab")
halves = memoryview(bytearray(struct.pack("2e", 1.5, -2))).cast("e")
attempt("halves", halves.tolist)
for left, right in ((m, data), (m, bytes(data)), (m[:0], b""), (two, m), (two, m.cast("B", [4, 6])), (f, f[::-1]), (m.cast("b"), m), (boolean, b"\0"), (m, 5), (memoryview(array.array("i", [1])), array.array("q", [1]))):
    print(left == right, left != right, end=" ")
print()
attempt("order", lambda: m < m)
for view in (memoryview(b"abc"), memoryview(b"abc")[::-1], memoryview(b"abcd").cast("H"), m, memoryview(array.array("i", [1])), memoryview(b"abcd").cast("b"), memoryview(b"abcd").cast("B", [2, 2])):
    attempt("hash", lambda: hash(view) == hash(view.tobytes()))
print(m.toreadonly().readonly, m[::3].tobytes(), two.tobytes("F")[:6], two.tobytes("C")[:6], two.tobytes(order=None)[:3], m[2:5].obj is data)
attempt("order", two.tobytes, "X")
for text in (m[:4].hex(), m[:4].hex(":"), m[:4].hex("-", 3), m[::8].hex(), list(reversed(m[:3])), 5 in m, m[:3].index(2) if hasattr(m, "index") else "", list(m[4:6])):
    print(text)
attempt("resize", data.append, 1)
with memoryview(data) as inner:
    part = inner[1:]
attempt("tolist", inner.tolist)
attempt("part", part.tolist)
for name in ("format", "nbytes", "shape", "obj", "readonly", "ndim", "itemsize"):
    attempt(name, getattr, inner, name)
attempt("enter", inner.__enter__)
attempt("repr", lambda: repr(inner).split(" at ")[0])
attempt("eq", lambda: (inner == inner, inner == part, inner != b""))
attempt("release", inner.release)
for bad in (5, "a", [1], None, object()):
    attempt("memoryview", memoryview, bad)
attempt("none", memoryview)
attempt("keyword", lambda: memoryview(object=b"a").tolist())
class Buffer:
    def __init__(self, inner): self.inner = inner
    def __buffer__(self, flags):
        print("  buffer", flags)
        return memoryview(self.inner)
    def __release_buffer__(self, view):
        print("  release", view.tolist())
with memoryview(Buffer(b"abc")) as view:
    print(view.tolist(), bytes(view), view.readonly)
print(bytes(Buffer(b"xy")), b"".join([Buffer(b"p"), b"q"]))
attempt("bad buffer", memoryview, Buffer("text"))
attempt("not a view", memoryview, type("B", (), {"__buffer__": lambda self, flags: 5})())
