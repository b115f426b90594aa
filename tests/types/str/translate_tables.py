# translate and maketrans: dicts, lists, defaultdicts, objects with __getitem__, deletions, and wrong answers.
from collections import defaultdict


class Table:
    def __init__(self, function):
        self.function = function

    def __getitem__(self, key):
        return self.function(key)


def show(text, table):
    try:
        print(ascii(text.translate(table)))
    except Exception as error:
        print(type(error).__name__, error)


show("hello", {ord("l"): "L", "h": "H"})
show("hello", {104: None, 101: 0x1F600, 108: "", 111: "000"})
show("abc", ["x", "y"])
show("\x00\x01\x02", ["x", "y"])
show("\x00\x01", "pq")
show("\x00\x01\x02", "pq")
show("aé\U0001F600", defaultdict(lambda: "?"))
show("aé\U0001F600", Table(lambda key: key + 1))
show("ab", Table(lambda key: {}[key]))
show("ab", Table(lambda key: [][key]))
show("ab", Table(lambda key: 1 / 0))
show("ab", Table(lambda key: 1.5))
show("ab", Table(lambda key: b"x"))
show("ab", Table(lambda key: -1))
show("ab", Table(lambda key: 0x110000))
show("ab", Table(lambda key: 2**70))
show("ab", Table(lambda key: True))
show("ab", Table(lambda key: 0xD800))
show("", None)
show("a", None)
show("a", 5)
show("ab", {97: "b", 98: "a"})
calls = []
show("abab\U0001F600a", Table(lambda key: calls.append(key) or None))
print(calls)
calls.clear()
show("é" * 3, Table(lambda key: calls.append(key) or "e"))
print(calls)
for args in [("abc", "xyz"), ("abc", "xyz", "def"), ("a", "b", "a"), ("aa", "bc"), ({"a": 1, 98: None, "c": "long"},), ({"ab": 1},), ({1.5: 1},), ({"": 1},), ("ab", "c"), ("a",), (1,), ("a", 1), ("a", "b", 1), (b"a", b"b"), ("a", "b", "c", "d"), (), ("\U0001F600", "x")]:
    try:
        print(args, str.maketrans(*args))
    except Exception as error:
        print(args, type(error).__name__, error)
print(b"hello".translate(bytes.maketrans(b"el", b"ip")), b"hello".translate(None, b"l"), b"hello".translate(bytes(range(256)), delete=b"eh"), bytearray(b"abc").translate(bytes.maketrans(b"a", b"\xff")))
for call in ["b''.translate(b'x')", "b'a'.translate()", "b'a'.translate('x' * 256)", "b'a'.translate(None, 'x')", "bytes.maketrans(b'a', b'bc')", "bytes.maketrans('a', 'b')", "b'a'.translate({97: 98})", "'a'.translate()", "'a'.translate({}, {})"]:
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
