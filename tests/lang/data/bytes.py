# bytes and bytearray: literals, indexing, methods, mutation, errors, memoryview.
b = b"hello\x00\xff"
print(b, b[0], b[1:3], list(b[:2]), len(b), b.hex(), bytes.fromhex("ff 00"), b + b"!", b"ab" * 2, 104 in b, b"ell" in b)
print(b"a,b".split(b","), b" x ".strip(), b"abc".upper(), b"abc".find(b"c"), b"-".join([b"a", b"b"]), b"abc".replace(b"b", b""), b"abc".startswith(b"a"))
a = bytearray(b"abc")
a[0] = 65
a.append(100)
a.extend([101])
a[1:2] = b"XYZ"
del a[-1]
print(a, a.decode(), bytes(a), a.pop(), a == b"AXYZc", bytearray(2))
m = memoryview(a)
m[0] = 97
print(a, m[1:3].tobytes(), m.tolist()[:2], m.readonly, len(m), m.format)
m.release()
print("é€".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode("utf-8"), b"\xff".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"), b"a\xff".decode("utf-8", "ignore"))
for action in ("b[0] = 1", "a[0] = 256", "b'a' + 'b'", "bytes([1, 300])", "b'\\xff'.decode()", "'é'.encode('ascii')", "b'abc'.index(b'z')", "bytes.fromhex('1')", "a['x']"):
    try:
        exec(action)
    except (TypeError, ValueError) as error:
        print(action, type(error).__name__, error)
print(int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), (-1).to_bytes(2, "big", signed=True), b"%d-%s" % (5, b"x"), b"a" < b"b")
