"""marshal of plain data: which objects are flagged and referred to, and what comes back."""
import marshal

shared = 1.5
big = 10**12
text = "not a name"
inner = (1000, "abc", text)
loop = [1]
loop.append(loop)
deep = []
for _ in range(150):
    deep = [deep, {}]
values = [
    0, 256, 257, -5, -6, 2**31, -2**31 - 1, 2**60, -2**60, 2**53 - 1, 2**53, 10**30, True, None, "", "a", "\u00e9", "name", text,
    "\u20ac", "x" * 300, "\U0001f600", b"", b"x", b"xyz", (), (1,), [], {}, 1.0, -0.0, 1e300, 2j,
    [shared, shared, 1.5], [big, big, 10**12, 7, 7], [text, text, "name", "name", "q", "q"], 
    {"d": {"d": {}}}, [(), ()], [{}, [], ()], tuple(range(300)),
    [frozenset({1}), frozenset({1})], [{1, 2}], [bytearray(b"ab"), 1], {"f": [True, False, None] * 3}, [2**70, -(2**70)],
]
for value in values:
    data = marshal.dumps(value)
    back = marshal.loads(data + b"rest")
    print(data.hex() if len(data) < 200 else hash(data.hex()) and len(data), back == value, type(back).__name__)
    for version in range(4):
        assert marshal.loads(marshal.dumps(value, version)) == value
for value in [inner, inner, {"k": inner}], {1: 2, "a": [3], None: 4, 2.5: 5, b"bytes": 6}, {(1, 2): 3}:
    print(marshal.loads(marshal.dumps(value)) == value)
print(repr(marshal.loads(marshal.dumps(-0.0))))
data = marshal.dumps(loop)
back = marshal.loads(data)
print(data.hex(), back[1] is back)
back = marshal.loads(marshal.dumps([inner, inner]))
print(back[0] is back[1])
print(marshal.loads(marshal.dumps(deep)) == deep)


def attempt(data):
    try:
        print(marshal.loads(data))
    except Exception as error:
        print(type(error).__name__, error)


for data in [b"", b"i\1", b"(\2\0\0\0N", b"[\xff\xff\xff\xff", b"{N", b"{[\0\0\0\0N0", b"{0", b"r\0\0\0\0", b"l\1\0\0\0\0\0", b"l\0\0\0\0",
             b"l\1\0\0\0\xff\xff", b"z\5ab", b"z", b")", b"g\0", b"s\3\0\0\0ab", b"\xdb\1\0\0\0r\0\0\0\0", b"0", b"?", b"z\2\xe9\xff",
             b"{z\1ai\1\0\0\0z\1ai\2\0\0\x000", b"{\xfb\0\0\0\0N0", b"{)\1[\0\0\0\0N0"]:
    attempt(data)


class Number(int):
    pass


for value in [Number(1), [Number(1)], [object()], {1: print}]:
    try:
        marshal.dumps(value)
    except ValueError as error:
        print(error)
