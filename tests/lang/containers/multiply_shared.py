# Repeating a container shares its items; copies are shallow; += on shared lists, tuples of lists and defaults.
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, grid[0] is grid[1])
grid = [[0] * 2 for _ in range(2)]
grid[0][0] = 1
print(grid)
shared = ([1], [2])
try:
    shared[0] += [9]
except TypeError as error:
    print(error, shared)
shared[1].extend([8])
print(shared, hash((1, 2)) == hash((1, 2)))
a = b = [1]
a += [2]
print(b)
a = a + [3]
print(a, b)
a, b = (1,), None
b = a
a += (2,)
print(a, b)
text = other = "x"
text += "y"
print(text, other)
s = t = {1}
s |= {2}
s = s | {3}
print(s, t)
d = e = {1: 1}
d |= {2: 2}
print(e)
nested = {"k": [1]}
copies = [nested.copy(), dict(nested), {**nested}, nested | {}]
nested["k"].append(2)
nested["new"] = 0
print(copies)
print([[]] * 3, [()] * 2, ([],) * 2, "ab" * 0, [1] * -5, (1, 2) * True, 3 * [0], b"x" * 3, bytearray(b"y") * 2)
for text in ["[1] * 1.0", "[1] * '2'", "[1] * None", "'a' * 'b'", "(1,) * 2**70", "'' * 2**70", "2**70 * ''", "[1] * -2**70", "[1] + (1,)", "(1,) + [1]", "'a' + 1", "1 + 'a'", "b'a' + 'a'", "[1] + None", "bytearray(b'a') + b'b' + bytearray(b'c')", "b'a' + bytearray(b'b')", "[1] += [2]", "{1} + {2}", "{1} * 2", "range(3) * 2", "range(3) + [1]", "None * 2", "[1] * [1]", "dict * 2", "'%' * 3 % ()"]:
    try:
        print(text, "=", eval(text))
    except (TypeError, OverflowError, MemoryError, SyntaxError, ValueError) as error:
        print(text, "->", type(error).__name__, error)


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect.__defaults__, collect(3, []))


class Adds:
    def __init__(self):
        self.items = []

    def __iadd__(self, other):
        self.items.append(other)
        return "replaced"


class Holder:
    field = [0]


holder = Holder()
holder.field += [1]
print(Holder.field, "field" in holder.__dict__, holder.field is Holder.field)
adds = Adds()
keep = adds
adds += 5
print(adds, keep.items)
