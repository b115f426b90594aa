"""bytes and bytearray: subclasses and conversions."""


class Bytes(bytes):
    def __repr__(self):
        return f"Bytes({bytes.__repr__(self)})"


class Array(bytearray):
    pass


b = Bytes(b"abc")
print(b, repr(b), str(b), [b])
for value in (b.upper(), b[:], b[0:1], b + b"", b * 1, b.strip(), b.replace(b"x", b"y"), bytes(b), b.center(1)):
    print(type(value).__name__, value)
a = Array(b"abc")
for value in (a.upper(), a[:], a + b"", a * 1, a.copy(), bytes(a)):
    print(type(value).__name__, value)
print(repr(a), a == b, b == a, hash(b) == hash(b"abc"), {b"abc": 1}[b])
a += b"d"
a *= 2
print(type(a).__name__, a)
print(Bytes.fromhex("6162"), type(Array.fromhex("61")).__name__, Bytes(3), Bytes("é", "utf8"), Bytes())


class Convertible:
    def __bytes__(self):
        return b"converted"

    def __iter__(self):
        return iter([1, 2, 3])


print(bytes(Convertible()), bytearray(Convertible()), b"%b|%s" % (Convertible(), Convertible()))
print(bytes([1, 2, 3]), bytes((4, 5)), bytes(range(3)), bytes(x for x in (65, 66)), bytes({67}))
print(b"abc" < b"abd", b"abc" == "abc", b"a" in {b"a"}, sorted([b"b", b"a"]), b"" == bytearray())
