# find, index, count, in, startswith, replace, split and strip of bytes with ints, buffers, tuples, bounds; errors for text and big ints.
import array
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
for cls in (bytes, bytearray):
    b = cls(b"abcabc\x00\xff")
    for needle in (97, 255, 0, True, b"bc", bytearray(b"ca"), memoryview(b"c"), array.array("B", [97, 98]), b"", 256, -1, "a", None, 1.0, [97], 2**70):
        show(lambda: (b.find(needle), b.rfind(needle), b.count(needle)))
        show(lambda: b.index(needle))
        show(lambda: needle in b)
    for bounds in ((1,), (-3,), (1, 3), (3, 1), (None, 4), (100,), (-100, 100)):
        show(lambda: [b.find(97, *bounds), b.rindex(b"c", *bounds) if b.find(b"c", *bounds) >= 0 else None, b.count(b"", *bounds), b.startswith(b"a", *bounds), b.endswith(b"c", *bounds)])
    for prefix in (b"ab", (b"x", b"ab"), (), (b"ab", "x"), ["ab"], 97, "ab", bytearray(b"ab"), (memoryview(b"a"),)):
        show(lambda: (b.startswith(prefix), b.endswith(prefix)))
    for args in ((b"b", b"XX"), (b"", b"-"), (b"b", b"", 1), (b"q", b"z"), (98, b"x"), ("b", b"x"), (b"b", "x"), (b"b",), (b"b", b"x", None), (memoryview(b"b"), bytearray(b"y"), -1)):
        show(lambda: b.replace(*args))
    for args in ((b"b",), (b"b", 1), (None,), (b"",), ("b",), (98,), (b"b", "1"), (b"b", -1, 3)):
        show(lambda: (b.split(*args), b.rsplit(*args)))
    for chars in (b"abc", None, b"", "a", 97, bytearray(b"\xff\x00"), memoryview(b"a")):
        show(lambda: (b.strip(chars), b.lstrip(chars), b.rstrip(chars)))
    show(lambda: b.partition(b"ca") + b.rpartition(b"z")); show(lambda: b.partition(b"")); show(lambda: b.partition(97)); show(lambda: b.removeprefix(b"ab").removesuffix(b"\xff")); show(lambda: b.removeprefix(97))
    show(lambda: [b[0], b[-1], b[1:3], b[::-2]]); show(lambda: b[8]); show(lambda: b["a"]); show(lambda: b.join([b"1", bytearray(b"2"), memoryview(b"3")])); show(lambda: b.join(["1"])); show(lambda: b.join([1])); show(lambda: b.splitlines()); show(lambda: b.isalnum() or b.isascii()); show(lambda: b.center(12, b"*").ljust(14, b"-").zfill(3)); show(lambda: b.center(12, b"**")); show(lambda: b.center(12, "*")); show(lambda: cls(b"a\tb").expandtabs(4))
