# struct: sizes, limits, alignment-free layouts, counts, padding, pascal strings, half floats, and every complaint.
import struct


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class Index:
    def __index__(self):
        return 7


for code in "xcbB?hHiIlLqQefdspnNP":
    for order in "<>=!":
        attempt(f"size {order}{code}", lambda: (struct.calcsize(order + code), struct.calcsize(f"{order}3{code}")))
for code, limits in {"b": (-128, 127), "B": (0, 255), "h": (-(2**15), 2**15 - 1), "H": (0, 2**16 - 1), "i": (-(2**31), 2**31 - 1), "I": (0, 2**32 - 1), "q": (-(2**63), 2**63 - 1), "Q": (0, 2**64 - 1)}.items():
    for value in limits:
        attempt(f"{code} {value}", lambda: (struct.pack("<" + code, value), struct.unpack(">" + code, struct.pack(">" + code, value))))
    for value in (limits[0] - 1, limits[1] + 1, 10**30, 1.0, "1", None, Index(), True):
        attempt(f"{code} {value if not isinstance(value, Index) else 'index'}", lambda: struct.pack("<" + code, value))
for value in (0.0, -0.0, 1.5, 65504.0, 65519.9, 65520.0, 2**-24, 2**-25, 2**-25 * 1.0001, float("inf"), float("nan"), 3.4028235677973366e38, 3.4028234e38, 1e-46, 65520, 2**63, 2**200, 10**400, "x", Index(), 1j):
    for code in "efd":
        attempt(f"{code} {value if not isinstance(value, Index) else 'index'}"[:30], lambda: struct.pack(">" + code, value).hex())
for fmt, values in [("3s", (b"abcd",)), ("3s", (b"a",)), ("0s", (b"",)), ("3p", (b"abcd",)), ("1p", (b"a",)), ("0p", (b"a",)), ("300p", (b"z" * 400,)), ("c", (b"ab",)), ("c", ("a",)), ("s", ("a",)), ("?", ([],)), ("?", (5,)), ("2x", ()), ("b", ()), ("b", (1, 2)), ("", ()), (" b b ", (1, 2)), ("2 b", (1, 2)), ("b2", (1,)), ("z", (1,)), ("99999999999999999999b", ()), ("<<b", (1,)), ("s", (bytearray(b"q"),)), ("s", (memoryview(b"q"),)), ("\ud800", ()), ("b\0b", (1, 2))]:
    attempt(f"{fmt!a} {len(values)}"[:24], lambda: struct.pack("<" + fmt if fmt[:1] != "<" else fmt, *values)[:12])
for fmt, data in [("<b", b""), ("<b", b"ab"), ("<h", b"a"), ("<3p", b"\x05ab"), ("<0p", b""), ("<?", b"\x02"), ("<e", b"\x00\x7e"), ("<c", bytearray(b"x")), ("<b", "a"), ("<b", 5)]:
    attempt(f"unpack {fmt} {data!r}", lambda: struct.unpack(fmt, data))
target = bytearray(6)
for offset in (0, 2, 4, 5, -2, -7, 6, 10**20, "0", None):
    attempt(f"into {offset}", lambda: (struct.pack_into("<h", target, offset, 258), bytes(target)))
    attempt(f"from {offset}", lambda: struct.unpack_from("<h", target, offset))
attempt("read-only", lambda: struct.pack_into("<b", b"a", 0, 1))
attempt("iter", lambda: list(struct.iter_unpack("<hb", b"abcdef")))
attempt("iter size", lambda: struct.iter_unpack("<h", b"abc"))
attempt("iter nothing", lambda: struct.iter_unpack("<0s", b""))
iterator = struct.iter_unpack("<b", b"abc")
print(next(iterator), iterator.__length_hint__(), list(iterator), type(iterator).__name__)
s = struct.Struct(b"<hh")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\1\0\2\0"), struct.Struct("b") == struct.Struct("b"))
attempt("not initialised", lambda: struct.Struct.__new__(struct.Struct).pack())
attempt("keyword", lambda: struct.Struct(format="<b").size)
attempt("bytes format", lambda: struct.pack(b"<b", 1))
attempt("number format", lambda: struct.pack(5, 1))
