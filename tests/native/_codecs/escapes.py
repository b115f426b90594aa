"""escape_encode, unicode_escape and their kin."""
import _codecs as c
import warnings

print(c.escape_encode(b"\x00'\"\\\n\t\r\xff a"))
print(c.escape_decode(rb"\x41\101\n\\\'\"\a\b\f\v\
z"), c.escape_decode("\\x41"))
print(c.escape_decode(rb"\xg1\x1g", "replace"), c.escape_decode(rb"\xg1\x1g", "ignore"))
print(c.unicode_escape_encode("a\n\xe9\u20ac\U0001f600\\"), c.raw_unicode_escape_encode("a\n\xe9\u20ac\U0001f600\\"))
print(ascii(c.unicode_escape_decode(rb"\x41\u20ac\U0001f600\N{BULLET}\101\n")))
print(ascii(c.raw_unicode_escape_decode(rb"\x41\u20ac\U0001f600\n")))
print(c.unicode_escape_decode(b"ab\\u20", "strict", False))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(c.unicode_escape_decode(rb"\q"), c.escape_decode(rb"\q"), c.escape_decode(rb"\777"))
for warning in caught:
    print(warning.category.__name__, warning.message)
for call in [
    lambda: c.escape_decode(b"a\\"),
    lambda: c.escape_decode(rb"\x1"),
    lambda: c.escape_decode(rb"\x1", "other"),
    lambda: c.unicode_escape_decode(rb"\U00110000"),
    lambda: c.unicode_escape_decode(rb"\N{no such}"),
    lambda: c.escape_encode(bytearray(b"a")),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
