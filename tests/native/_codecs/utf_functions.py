"""The encoders and decoders of the UTFs return a pair."""
import _codecs as c

text = "a\xe9\u20ac\U0001f600"
for name in "utf_7 utf_8 utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be".split():
    data, used = getattr(c, name + "_encode")(text)
    print(name, data, used, getattr(c, name + "_decode")(data, "strict", True))
print(c.utf_8_decode(b"ab\xe2\x82"), c.utf_8_decode(bytearray(b"ab\xe2\x82"), None, False))
print(c.utf_16_le_decode(b"a\0b"), c.utf_16_ex_decode(b"\xff\xfea\0"), c.utf_16_ex_decode(b"\xfe\xff\0a", None, 0))
print(c.utf_32_ex_decode(b"a\0\0\0", "strict", -1, True), c.utf_16_encode("a", None, 1), c.utf_32_encode("a", None, -1))
print(c.utf_7_decode(b"a+IKw-b"), c.utf_7_decode(b"a+IK", "strict", False))
for call in [
    lambda: c.utf_8_decode(b"ab\xe2", "strict", True),
    lambda: c.utf_8_encode(5),
    lambda: c.utf_8_encode("a", 5),
    lambda: c.utf_8_decode("a"),
    lambda: c.utf_16_decode(b"abc", "strict", True),
    lambda: c.utf_7_decode(b"+AAAA", "strict", True),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
