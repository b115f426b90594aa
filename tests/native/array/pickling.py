"""Pickle and copy."""
from array import _array_reconstructor, array
import copy
import pickle

a = array("i", [1, -2, 3])
for protocol in range(6):
    print(protocol, pickle.loads(pickle.dumps(a, protocol)) == a)
print(a.__reduce_ex__(2), a.__reduce_ex__(3)[1:])
print(copy.copy(a), copy.deepcopy([a]), copy.copy(a) is a)


class Sub(array):
    pass


s = Sub("d", [1.5])
s.note = "kept"
t = pickle.loads(pickle.dumps(s))
print(type(t).__name__, t, t.note)
print(_array_reconstructor(array, "h", 5, b"\0\1"), _array_reconstructor(array, "f", 16, b"\0" * 8))
print(_array_reconstructor(array, "d", 15, b"\x3f\x80\0\0" * 2), _array_reconstructor(array, "b", 1, b"\xff"))
for args in [(int, "i", 8, b""), (5, "i", 8, b""), (array, "x", 8, b""), (array, "i", 99, b""), (array, "i", 8, "a"), (array, "h", 9, b"abc")]:
    try:
        print(_array_reconstructor(*args))
    except Exception as error:
        print(type(error).__name__, error)
