# Arrays: items, slices, buffers that are shared, texts in arrays of characters, and what is out of range.
from ctypes import *
import array

Three = c_int * 3
numbers = Three(1, 2)
print(numbers[:], len(numbers), numbers[-1], numbers[::-1], Three is c_int * 3, Three.__name__, sizeof(Three))
numbers[1:] = [8, 9]
print(list(numbers), memoryview(numbers).format, memoryview((c_short * 3 * 2)()).shape)

store = bytearray(b"abcdefgh")
shorts = (c_short * 3).from_buffer(store, 2)
shorts[0] = 0x4141
print(store, bytes(shorts))
try:
    store.append(1)
except BufferError as error:
    print(error)
items = array.array("i", [1, 2, 3])
Three.from_buffer(items)[1] = 9
print(items, addressof(Three.from_buffer(items)) == addressof(Three.from_buffer(items)))
copied = Three.from_buffer_copy(bytes(items))
copied[0] = 5
print(items[0], copied[:])

text = create_string_buffer(b"ab", 4)
print(text.value, text.raw, text[1], text[:])
text.value = b"xyz"
text[0] = b"w"
print(text.raw)
wide = create_unicode_buffer("h\N{GRINNING FACE}", 4)
wide.value = "no"
print(wide.value, repr(wide[:]), sizeof(wide))
memmove(text, b"1234", 2)
memset(addressof(text) + 2, 65, 1)
print(text.raw, string_at(text), string_at(addressof(text) + 1, 2), wstring_at(wide))


class Row(Array):
    _type_ = c_char_p
    _length_ = 2


row = Row(b"one", b"two")
print(row[:], row._objects)


def refused(body):
    try:
        print("not refused:", body())
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: Three(1, 2, 3, 4))
refused(lambda: numbers[3])
refused(lambda: numbers["a"])
refused(lambda: numbers.__setitem__(slice(0, 2), [1]))
refused(lambda: numbers.__delitem__(0))
refused(lambda: c_int * -1)
refused(lambda: c_int * "a")
refused(lambda: setattr(text, "value", b"12345"))
refused(lambda: setattr(text, "raw", b"12345"))
refused(lambda: setattr(text, "value", "a"))
refused(lambda: delattr(text, "raw"))
refused(lambda: Three.from_buffer(b"abcdabcdabcd"))
refused(lambda: Three.from_buffer(bytearray(3)))
refused(lambda: Three.from_buffer_copy(b"abc"))
refused(lambda: Three.from_buffer(bytearray(20), -1))
refused(lambda: type("Wrong", (Array,), {"_length_": 1}))
refused(lambda: type("Wrong", (Array,), {"_type_": c_int, "_length_": -1}))
refused(lambda: resize(numbers, 2))
grown = c_int(3)
resize(grown, 16)
print(sizeof(grown), grown)
