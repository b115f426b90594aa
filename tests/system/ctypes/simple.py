# Simple C types: values are cut off to their size, texts and truth have rules of their own, and wrong ones are refused.
from ctypes import *

for cls, value in [
    (c_byte, 200), (c_ubyte, -1), (c_short, 70000), (c_ushort, 70000), (c_int, 2**40 + 7), (c_uint, -1),
    (c_longlong, 2**64 + 5), (c_ulonglong, -1), (c_float, 0.1), (c_double, 0.1), (c_bool, []), (c_bool, "x"),
    (c_char, b"a"), (c_char, 65), (c_char, bytearray(b"z")), (c_wchar, "\N{GRINNING FACE}"),
]:
    made = cls(value)
    print(made, sizeof(made), alignment(cls), bytes(made), bool(made))


def refused(body):
    try:
        print("not refused:", body())
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: c_int("3"))
refused(lambda: c_int(1.5))
refused(lambda: c_int(c_int(3)))
refused(lambda: c_double("x"))
refused(lambda: c_char("a"))
refused(lambda: c_char(256))
refused(lambda: c_wchar("ab"))
refused(lambda: c_char_p("a"))
refused(lambda: c_wchar_p(b"a"))
refused(lambda: c_void_p("a"))
refused(lambda: hash(c_int()))
refused(lambda: c_int.from_param("a"))
refused(lambda: c_char_p.from_param(1.5))

print(c_char_p(b"one\0two").value, c_wchar_p("drei").value, c_char_p().value, c_void_p(0).value, c_void_p(77).value)
print(py_object([1, 2]), py_object(), py_object(py_object).value)

number = c_int(5)
number.value += 1
print(number, number._objects, number == c_int(6), c_char_p(b"kept")._objects)


class Mine(c_int):
    pass


class Holder(Structure):
    _fields_ = [("plain", c_int), ("mine", Mine)]


holder = Holder(1, 2)
print(type(holder.plain).__name__, type(holder.mine).__name__, holder.mine.value)
big = c_int.__ctype_be__(1)
print(bytes(big), big, bytes(c_int.__ctype_le__(1)), c_int.__ctype_be__.__ctype_le__ is c_int)
for wrong in ({}, {"_type_": 3}, {"_type_": "ab"}, {"_type_": "y"}):
    refused(lambda: type("Wrong", (c_int.__base__,), wrong))
