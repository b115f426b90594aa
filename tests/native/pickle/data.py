"""Plain data to pickles and back: every opcode that data needs, in each protocol, and pickles that are broken."""
import hashlib
import pickle
import pickletools

shared = ["shared"]
inner = (1, 2)
SAMPLES = {
    "ints": [0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**39, -(2**39), 2**53, 10**30, -(10**30), 2**2100],
    "floats": [0.0, -0.0, 1.5, float("inf"), 1e-320],
    "constants": [None, True, False],
    "texts": ["", "a", "\xe9", "\u20ac", "\U0001f600", "x" * 255, "y" * 256, "z" * 300, "\ufeffmark", "nul\0"],
    "tuples": [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)],
    "nested": {"a": [1, {"b": (2, [3])}], (1, "k"): {}, 5: []},
    "shared": [shared, shared, (shared,), inner, inner],
    "one": {"only": ["item"]},
}
for protocol in range(2, 6):
    for name, sample in SAMPLES.items():
        data = pickle.dumps(sample, protocol)
        back = pickle.loads(data)
        print(protocol, name, len(data), hashlib.sha1(data).hexdigest()[:10], back == sample, repr(back) == repr(sample))
    back = pickle.loads(pickle.dumps(SAMPLES["shared"], protocol))
    print(back[0] is back[1], back[2][0] is back[0], back[3] is back[4])

for protocol in (4, 5):
    for sample in (b"", b"x", b"\xff" * 300, {1}, set(), frozenset([7]), frozenset(), [b"k" * 70000, "t" * 70000, 1]):
        data = pickle.dumps(sample, protocol)
        back = pickle.loads(data)
        print(protocol, len(data), hashlib.sha1(data).hexdigest()[:10], back == sample, type(back).__name__)
print(pickle.dumps(bytearray(b"bytes"), 5), pickle.loads(pickle.dumps(bytearray(b"bytes"), 5)))

for count in (0, 1, 2, 999, 1000, 1001, 2000, 2001):
    table = dict.fromkeys(range(count))
    for sample in (table, list(table), tuple(table), set(table), frozenset(table)):
        data = pickle.dumps(sample)
        print(count, type(sample).__name__, len(data), data[-4:], pickle.loads(data) == sample)
print(len(pickle.dumps(["text %d" % i for i in range(20000)])))

loop = [1]
loop.append(loop)
table = {"self": None}
table["self"] = table
knot = ([],)
knot[0].append(knot)
long_knot = ([], 2, 3, 4, 5)
long_knot[0].append(long_knot)
for sample in (loop, table, knot, long_knot):
    for protocol in (2, 4):
        data = pickle.dumps(sample, protocol)
        print(data, pickle.loads(data))

deep = []
for _ in range(600):
    deep = [deep]
print(len(pickle.dumps(deep)), pickle.loads(pickle.dumps(deep)) == deep)

print(pickle.dumps({"a": [1, 2.5, "b"]}, -1), pickle.dumps([], fix_imports=False), pickle.dumps(obj=(), protocol=None))
pickletools.dis(pickle.dumps({"k": [1, (2, 3), 2.5, None, "k"]}))


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x


mixed = [1, Point([2]), {"p": Point("q")}]
print(pickle.loads(pickle.dumps(mixed)) == mixed)


class Named(dict):
    pass


print(type(pickle.loads(pickle.dumps([Named(a=1)]))[0]).__name__)

GOOD = pickle.dumps({"key": [1, 2.5, ("text", b"bytes", None)], "more": {3}})
outcomes = {}
for cut in range(len(GOOD)):
    try:
        pickle.loads(GOOD[:cut])
        name = "loaded"
    except Exception as error:
        name = type(error).__name__
    outcomes[name] = outcomes.get(name, 0) + 1
print(outcomes)
BROKEN = {
    "no stack": b".",
    "pop nothing": b"\x80\x020.",
    "item into int": b"\x80\x02K\x01K\x02a.",
    "odd items": b"\x80\x02}(K\x01u.",
    "no mark": b"\x80\x02K\x01t.",
    "below the mark": b"\x80\x02K\x01(\x86.",
    "no memo": b"\x80\x02h\x05.",
    "protocol": b"\x80\x06N.",
    "list as key": b"\x80\x02}]K\x01s.",
    "utf-8": b"\x80\x04\x8c\x01\xff.",
    "long frame": b"\x80\x04\x95\xff\x00\x00\x00\x00\x00\x00\x00N.",
    "unknown": b"\x80\x02\xff.",
}
for name, data in BROKEN.items():
    try:
        print(name, pickle.loads(data))
    except Exception as error:
        print(name, type(error).__name__)
print(pickle.loads(b"\x80\x02(K\x01K\x021K\x03."), pickle.loads(b"\x80\x02K\x01K\x020."), pickle.loads(b"N.rest"))
print(pickle.loads(b"\x80\x04\x8c\x03\xed\xa0\x80.") == "\ud800", pickle.loads(pickle.dumps("\ud800")) == "\ud800")
for wrong in ("text", None, 5):
    try:
        pickle.loads(wrong)
    except TypeError as error:
        print("TypeError")
for protocol in (6, "4"):
    try:
        pickle.dumps([], protocol)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
print(pickle.loads(bytearray(pickle.dumps([1]))), pickle.loads(memoryview(pickle.dumps([2]))))
