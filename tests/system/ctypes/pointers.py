# Pointers: contents, indices, casts, what is kept alive, and NULL.
from ctypes import *

Int = POINTER(c_int)
number = c_int(5)
p = pointer(number)
p[0] = 7
p.contents.value += 1
print(number, p[0], p.contents is number, p.contents == number, bool(Int()), p._objects, Int is POINTER(c_int))
p.contents = c_int(3)
print(number, p[0], p._objects)
pp = pointer(p)
pp[0] = pointer(c_int(9))
print(pp.contents.contents, p[0])

numbers = (c_int * 4)(1, 2, 3, 4)
q = cast(numbers, Int)
print(q[2], q[:3], q[3:0:-1], cast(q, POINTER(c_short))[0], cast(numbers, c_void_p).value == addressof(numbers))
shorts = cast(byref(numbers, 4), POINTER(c_ushort))
print(shorts[:4], cast(b"text", c_char_p).value, cast(0, Int) or "NULL")
letters = cast(create_string_buffer(b"letters"), POINTER(c_char))
print(letters[:4], letters[0])


class Pair(Structure):
    _fields_ = [("one", Int), ("text", c_char_p)]


pair = Pair(numbers, b"abc")
print(pair.one[3], pair.text, sorted(pair._objects), pair._objects["1"])
pair.one = None
print(bool(pair.one), Int.from_param(None), Int.from_param(numbers) is numbers)


def refused(body):
    try:
        print("not refused:", body())
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: Int().contents)
refused(lambda: Int()[0])
refused(lambda: Int(3))
refused(lambda: p["a"])
refused(lambda: p[0:])
refused(lambda: p[::-1])
refused(lambda: POINTER(3))
refused(lambda: POINTER("name")())
refused(lambda: byref(3))
refused(lambda: cast(3, c_int))
refused(lambda: cast(3, 3))
refused(lambda: cast([], c_char_p))
refused(lambda: Int.from_param(c_short(3)))
refused(lambda: Int.from_param(byref(c_short(3))))
refused(lambda: setattr(pair, "one", (c_short * 2)()))
refused(lambda: addressof(3))
refused(lambda: sizeof(3))
refused(lambda: type(p).__base__.from_param([]))
refused(lambda: type(p).__base__.set_type(c_int))
refused(lambda: c_int.__base__.from_address(4))
