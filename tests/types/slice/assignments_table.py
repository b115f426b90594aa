# Extended slices of lists and bytearrays: every start, stop and step near the ends, read, assigned and deleted.
import hashlib


def results(make, fill):
    digest = hashlib.sha256()
    refused = set()
    size = len(make())
    edge = [None, *range(-size - 2, size + 3), 10**20, -(10**20)]
    for start in edge:
        for stop in edge:
            for step in (None, 1, 2, 3, -1, -2, -7, 10**20, -(10**20)):
                part = slice(start, stop, step)
                value = make()
                digest.update(repr((value[part], part.indices(size) if abs(step or 1) < 99 else 0)).encode())
                try:
                    value[part] = fill[: len(value[part])]
                    digest.update(repr(value).encode())
                except ValueError as error:
                    refused.add(str(error))
                value = make()
                try:
                    value[part] = fill[:2]
                    digest.update(repr(value).encode())
                except ValueError as error:
                    refused.add(str(error))
                value = make()
                del value[part]
                digest.update(repr(value).encode())
    return digest.hexdigest()[:16], len(refused), sorted(refused)[:3]


print(results(lambda: list(range(5)), "abcdefg"))
print(results(lambda: bytearray(b"abcde"), b"ABCDEFG"))
print(results(lambda: [], "abc"))


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        log.append(self.value)
        if self.value == "clear":
            items.clear()
            return 0
        return self.value


log = []
items = list(range(6))
attempt("order asked", lambda: (items[Index(1) : Index(5) : Index(2)], log))
attempt("indices", lambda: (slice(Index(1), Index(-1), Index(1)).indices(Index(4)), log[3:]))
items = list(range(6))
attempt("cleared on the way", lambda: (items[1 : Index("clear") : 1], items))
for part in (slice("a"), slice(None, 1.5), slice(None, None, 0), slice(None, None, Index("x"))):
    attempt("bad", lambda: [1, 2][part])
    attempt("bad indices", lambda: part.indices(5))
attempt("negative length", lambda: slice(1).indices(-1))
attempt("huge", lambda: slice(None, None, -1).indices(2**70))
items = [1, 2, 3]
items[1:1] = items
print(items)
items[::2] = items[::2][::-1]
print(items)
items[:] = (i for i in items)
print(items)
attempt("not iterable", lambda: items.__setitem__(slice(0, 1), 5))
attempt("extended not iterable", lambda: items.__setitem__(slice(0, 4, 2), 5))
data = bytearray(b"abcdef")
data[2:4] = data
print(data)
data[::3] = b"XYZ"[: len(data[::3])]
print(data)
attempt("text", lambda: data.__setitem__(slice(0, 1), "x"))
attempt("values", lambda: data.__setitem__(slice(0, 1), [256]))
attempt("int", lambda: data.__setitem__(slice(0, 1), 3))
