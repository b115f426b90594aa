# array: compact sequences of numbers.
import array as module
import copy
import io
import pickle
from array import array

a = array("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
print(a, repr(array("b")), array("u", "héllo"), array("d", [1.5, 2]), array("B", b"abc"), a.typecode, a.itemsize, len(a), a[1], a[-1], a[1:4], a[::-2])
a[0] = 100
a[1:3] = array("i", [7, 8, 9])
del a[0], a[-1:]
print(a, a.pop(), a.pop(0), a.index(9), a.count(3), 9 in a, a.remove(9), a.reverse(), a)
print(a + array("i", [1]), a * 2, a == array("i", a), a == array("d", a), array("i", [1, 2]) < array("i", [1, 3]), list(a), a.tolist(), sum(a), sorted(a), max(a), [x * 2 for x in a])
print(array("h", [1, 256]).tobytes(), array("i", [1]).byteswap(), array("u", "ab").tounicode(), module.typecodes, array("H", b"\1\0\2\0"))
b = array("h")
b.frombytes(b"\x01\x00\x02\x00")
b.fromlist([3, 4])
b.fromfile(io.BytesIO(b"\5\0\6\0"), 2)
b += array("h", [7])
b *= 2
swapped = array("h", b)
swapped.byteswap()
print(b, swapped[:3], memoryview(b).format, memoryview(b)[1:3].tolist(), bytes(b[:2]), bytearray(array("B", [1, 2])))
c, d = copy.copy(b), pickle.loads(pickle.dumps(b))
print(c == b, c is b, d, d.typecode, array("q", range(3)), array("f", [0.1])[0], array("Q", [2**64 - 1]), array("b", iter([1, 2])))
out = io.BytesIO()
b.tofile(out)
print(out.getvalue()[:4], len(out.getvalue()), b.buffer_info()[1], b.index(3, 5) if 3 in b[5:] else None)
for action in (lambda: array("x"), lambda: array("i", ["a"]), lambda: array("b", [200]), lambda: array("B", [-1]), lambda: array("i", [1.5]), lambda: array("i")[0], lambda: a.remove(99), lambda: array("i").pop(), lambda: array("h", b"abc"), lambda: a + [1], lambda: a.extend(array("d", [1])), lambda: array("u", [1]), lambda: array("i", "text"), lambda: b.fromfile(io.BytesIO(b""), 1), lambda: a.__setitem__(slice(0, 1), [1]), lambda: array(), lambda: array("ii"), lambda: a.index(77), lambda: array("d", ["x"]), lambda: a["x"]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
view = memoryview(b)
try:
    b.append(1)
except BufferError as error:
    print(error)
view[0] = -5
view.release()
b.append(1)
print(b[0], b[-1], hash is not None, isinstance(a, module.ArrayType))


class Vector(array):
    def __new__(cls, *items):
        return super().__new__(cls, "d", items)

    def dot(self, other):
        return sum(x * y for x, y in zip(self, other))


print(Vector(1, 2, 3).dot(Vector(4, 5, 6)), Vector(1), type(Vector(1)[:]).__name__)
