# Structures and unions: offsets, padding, packing, bit fields, anonymous parts, other byte orders, and their errors.
from ctypes import *
import copy
import pickle


class Mixed(Structure):
    _fields_ = [("a", c_byte), ("b", c_double), ("c", c_short), ("d", c_char * 3), ("e", c_int * 2 * 2)]


print(Mixed.a, Mixed.b, Mixed.c, Mixed.d, Mixed.e, sizeof(Mixed), alignment(Mixed))
mixed = Mixed(1, 2.5, 3, b"xy", ((1, 2), (3, 4)))
print(mixed.a, mixed.b, mixed.c, mixed.d, [list(row) for row in mixed.e], memoryview(mixed).format)
mixed.e[1] = (7, 8)
print(mixed.e[1][:], mixed._objects)
mixed.d = b"xyz"
mixed.d = b"a\0b"
print(mixed.d, bytes(mixed)[18:21])
again = pickle.loads(pickle.dumps(mixed))
print(again.e[1][:], again.d, copy.copy(mixed).b)


class Packed(Structure):
    _pack_ = 1
    _fields_ = [("a", c_byte), ("b", c_double), ("m", Mixed)]


class Derived(Packed):
    _fields_ = [("z", c_int)]


print(Packed.b, Packed.m, sizeof(Packed), Derived.z, sizeof(Derived), Derived(1, 2, (3,), 4).m.a)


class Bits(Structure):
    _fields_ = [("a", c_int, 4), ("b", c_short, 4), ("c", c_byte), ("d", c_longlong, 40), ("e", c_uint, 20), ("f", c_uint, 20)]


print(Bits.a, Bits.b, Bits.c, Bits.d, Bits.e, Bits.f, Bits.a.size, sizeof(Bits))
bits = Bits(7, -3, 5, 2**38 + 1, 99, 2**20 + 5)
print(bits.a, bits.b, bits.c, bits.d, bits.e, bits.f)
bits.a = 8
print(bits.a, bytes(bits)[:2])


class Big(BigEndianStructure):
    _fields_ = [("a", c_int, 4), ("b", c_int, 4), ("c", c_short), ("d", c_float)]


print(bytes(Big(1, 2, 3, 1.0)), Big.a, Big.c)


class Number(Union):
    _fields_ = [("i", c_int), ("f", c_float), ("raw", c_ubyte * 4)]


class Tagged(Structure):
    _anonymous_ = ["number"]
    _fields_ = [("tag", c_int), ("number", Number)]


tagged = Tagged(1)
tagged.f = 1.5
print(hex(tagged.i), tagged.raw[:], Tagged.i, sizeof(Number))


class Later(Structure):
    pass


print(sizeof(Later))
Later._fields_ = [("next", POINTER(Later)), ("value", c_int)]
last = Later(None, 2)
first = Later(pointer(last), 1)
print(first.value, first.next.contents.value, bool(last.next))


def refused(body):
    try:
        print("not refused:", body())
    except Exception as error:
        print(type(error).__name__, error)


def fields(*given, **names):
    return type("Made", (Structure,), {"_fields_": list(given), **names})


refused(lambda: Mixed(1, 2, 3, b"x", (), 5))
refused(lambda: Mixed(1, a=2))
refused(lambda: Mixed("a"))
refused(lambda: Mixed(1, 2, 3, b"long"))
refused(lambda: Mixed(1, 2, 3, b"x", ((1, 2, 3),)))
refused(lambda: Tagged(1, c_int()))
refused(lambda: fields(3))
refused(lambda: fields(("a", 3)))
refused(lambda: fields(("a", c_int, 0)))
refused(lambda: fields(("a", c_int, 40)))
refused(lambda: fields(("a", c_double, 3)))
refused(lambda: fields(("a", c_int), _pack_=-1))
refused(lambda: fields(("a", c_int), _anonymous_=["b"]))
refused(lambda: setattr(Later, "_fields_", []))
refused(lambda: Mixed.a.__get__(3))
refused(lambda: delattr(mixed, "a"))
refused(lambda: Structure())
refused(lambda: setattr(type("Abstract", (Structure,), {"_abstract_": 1}), "_fields_", []))
refused(lambda: type(Mixed.a)())
refused(lambda: first.__reduce__())
