# Items of memoryviews of every native format: reading, writing, ranges, wrong types, comparison across formats, tolist and hex.
import array
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
limits = {"b": (-128, 127), "B": (0, 255), "h": (-2**15, 2**15 - 1), "H": (0, 2**16 - 1), "i": (-2**31, 2**31 - 1), "I": (0, 2**32 - 1), "q": (-2**63, 2**63 - 1), "Q": (0, 2**64 - 1)}
for code, (low, high) in limits.items():
    view = memoryview(bytearray(16)).cast(code)
    view[0], view[1 if len(view) > 1 else 0] = low, high
    print(code, view.itemsize, view.tolist()[:2], view[-1], view.format)
    for bad in (low - 1, high + 1, 1.0, "1", None, b"a", True):
        show(lambda: view.__setitem__(0, bad))
for code, good in (("?", [True, 0, [], "x"]), ("c", [b"z"]), ("f", [1.5, 3, float("inf"), 1e40]), ("d", [1e300, True])):
    view = memoryview(bytearray(8)).cast(code)
    for value in good + ["bad" if code in "fd" else 300 if code == "c" else None, b"ab"]:
        show(lambda: (view.__setitem__(0, value), view[0]))
a = memoryview(array.array("i", [1, 2, 3]))
print(a == array.array("q", [1, 2, 3]), a == memoryview(array.array("d", [1, 2, 3])), a == array.array("i", [1, 2, 4]), memoryview(b"\1\2") == memoryview(array.array("b", [1, 2])), memoryview(b"ab") == b"ab", memoryview(b"ab") == "ab", a == a[:], a[::2] == array.array("h", [1, 3]))
show(lambda: a < a)
show(lambda: hash(a))
show(lambda: hash(memoryview(b"ab")) == hash(b"ab"))
show(lambda: a.cast("B").cast("h").tolist())
show(lambda: a.cast("h"))
show(lambda: a.cast("B").cast("Z"))
show(lambda: a.cast("B").cast("i", (3, 1)).tolist())
show(lambda: a[::2].cast("B"))
show(lambda: a.cast("B", (2, 5)))
show(lambda: memoryview(b"\1\2\3").hex("-", 2))
show(lambda: memoryview(3))
show(lambda: memoryview("text"))
show(lambda: memoryview(b"ab").__setitem__(0, 1))
show(lambda: memoryview(bytearray(b"ab")).__delitem__(0))
