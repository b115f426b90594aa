"""Indexing, slicing, deleting."""
from array import array

a = array("i", range(10))
print(a[0], a[-1], a[2:5], a[::3], a[::-4], a[5:2], len(a), 3 in a, "x" in a)
a[0] = 100
a[1:3] = array("i", [7, 8, 9])
a[::5] = array("i", [-1, -2, -3])
print(a)
del a[0], a[-1], a[2:4], a[::3]
print(a, a.tolist(), list(reversed(a)))
for action in [
    lambda: a[99], lambda: a["x"], lambda: a[1.0], lambda: a.__setitem__(99, 1), lambda: a.__setitem__(0, "x"),
    lambda: a.__setitem__(slice(0, 1), [1]), lambda: a.__setitem__(slice(0, 1), array("b")),
    lambda: a.__setitem__(slice(0, 3, 2), array("i", [1])), lambda: a.__delitem__(99), lambda: hash(a),
]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
match array("i", [1, 2]):
    case [first, second]:
        print("sequence", first, second)
