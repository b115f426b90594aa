# Functions: callbacks are called through their own types, results are converted, checked and can be refused.
from ctypes import *


class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_int)]


@CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
def compare(a, b):
    return a[0] - b[0]


print(compare(byref(c_int(5)), pointer(c_int(3))), compare((c_int * 1)(1), c_int(2)))
double = CFUNCTYPE(c_double, c_double)(lambda x: x * 2)
print(double(3), double(c_double(2.5)))
print(CFUNCTYPE(c_float, c_float)(lambda x: x / 3)(1))
small = CFUNCTYPE(c_short, c_byte, c_ubyte)(lambda x, y: x - y)
print(small(3, 4), small(-3, 255), small(300, 0))
print(CFUNCTYPE(c_int, c_char_p, c_wchar_p, py_object)(lambda *args: print(args) or 1)(b"one", "two", [3]))
print(CFUNCTYPE(py_object)(lambda: {"a": 1})(), CFUNCTYPE(None)(lambda: 3)(), CFUNCTYPE(c_void_p)(lambda: None)())

f = CFUNCTYPE(c_int, c_int)(lambda x: x)
print(bool(f), bool(CFUNCTYPE(None)()), f.argtypes, f.restype, f.errcheck, f(True))
f.restype = c_char
print(f(65))
f.restype = lambda value: value + 1
print(f(65))
f.restype = c_ubyte
f.errcheck = lambda result, function, args: (result, function is f, args)
print(f(300))
again = cast(f, CFUNCTYPE(c_int, c_int))
print(again(12))


class Callbacks(Structure):
    _fields_ = [("compare", type(compare)), ("double", type(double))]


table = Callbacks(compare, double)
print(table.double(4), table.compare(c_int(1), c_int(1)))


class Wrapped:
    _as_parameter_ = 42

    def __repr__(self):
        return "Wrapped()"


def refused(body):
    try:
        print("not refused:", body())
    except Exception as error:
        print(type(error).__name__, error)


print(f(Wrapped()))
refused(lambda: f())
refused(lambda: f("a"))
refused(lambda: f(1, object()))
refused(lambda: double("x"))
refused(lambda: compare(1, 2))
refused(lambda: setattr(f, "restype", 3))
refused(lambda: setattr(f, "errcheck", 3))
refused(lambda: setattr(f, "argtypes", 3))
refused(lambda: setattr(f, "argtypes", (3,)))
refused(lambda: CFUNCTYPE(Point)(len))
refused(lambda: type(f)("a"))
print(type(pythonapi).__name__, get_errno(), set_errno(3), get_errno())
