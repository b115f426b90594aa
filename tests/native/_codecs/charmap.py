"""Codecs given by mappings."""
import _codecs as c

print(c.charmap_encode("abc", "strict", {97: 65, 98: b"xyz", 99: 255}))
print(c.charmap_encode("abz", "replace", {97: 65, 98: 66, 63: 33}), c.charmap_encode("a\xe9"))
print(c.charmap_decode(b"abc", "strict", {97: "X", 98: 0x20AC, 99: "long"}), c.charmap_decode(b"\xe9"))
print(c.charmap_decode(b"\0\1\2\3", "replace", "ab\ufffe"), c.charmap_decode(b"a", "ignore", {97: None}))
table = "".join(map(chr, range(128))) + "\u20ac" * 2 + "\ufffe"
built = c.charmap_build(table)
print(type(built).__name__, c.charmap_encode("a\u20ac", "strict", built), c.charmap_build("xy"))
for mapping in ({97: 300}, {97: "s"}, {97: 2.5}, {}, {97: None}):
    for function, argument in ((c.charmap_encode, "a"), (c.charmap_decode, b"a")):
        try:
            print(mapping, function(argument, "strict", mapping))
        except Exception as error:
            print(mapping, type(error).__name__, error)
print(c.readbuffer_encode("h\xe9"), c.readbuffer_encode(b"ab"), c.latin_1_encode("\xe9"), c.ascii_decode(b"a"))
