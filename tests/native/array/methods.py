"""append, extend, insert, pop, remove, index, count, reverse, byteswap."""
from array import array

a = array("h", [3, 1, 2])
a.append(1)
a.extend([5, 6])
a.extend(array("h", [7]))
a.insert(0, 9)
a.insert(-1, 8)
a.insert(99, 4)
print(a, a.pop(), a.pop(0), a.count(1), a.index(1), a.index(1, 2), a.index(8, -3, 99))
a.remove(1)
a.reverse()
print(a, a.typecode, a.itemsize, a.tobytes())
a.byteswap()
print(a)
b = array("h")
b.frombytes(b"\1\0\2\0")
b.fromlist([3, 4])
print(b, b * 2, 2 * b, b * 0, b + b, b == array("d", [1, 2, 3, 4]), b < array("h", [1, 3]))
b += array("h", [5])
b *= 2
print(b)
for action in [
    lambda: a.append("x"), lambda: a.append(10**6), lambda: a.extend(array("b")), lambda: a.extend(5), lambda: a.remove(999),
    lambda: a.index(999), lambda: a.pop(99), lambda: array("b").pop(), lambda: b.frombytes(b"a"), lambda: b.fromlist([1, "x"]),
    lambda: b.fromlist((1,)), lambda: b + [1], lambda: b.fromunicode("x"), lambda: b.tounicode(),
]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(b)
