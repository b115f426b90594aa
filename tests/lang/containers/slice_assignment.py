# Assigning to and deleting slices: growth, extended slices, itself as the source, indices that change the list.
def show(text):
    items = list(range(8))
    try:
        exec(text, {"items": items})
        print(text, items)
    except Exception as error:
        print(text, type(error).__name__, error, items if items != list(range(8)) else "")


for text in ["items[2:4] = 'abc'", "items[5:2] = ['x']", "items[:] = []", "items[100:] = [1]", "items[-100:1] = [9, 9]", "items[2:2] = items", "items[:] = items", "items[::2] = items[1::2]", "items[::2] = [1]", "items[::-1] = range(8)", "items[::-3] = 'abc'", "items[5:2:2] = []", "items[5:2:2] = [1]", "items[5:2:-1] = 'abc'", "items[1:5] = 5", "items[1:5:2] = 5", "items[::0] = []", "del items[::2]", "del items[::-2]", "del items[5:1:-2]", "del items[1:100]", "del items[5:1]", "del items[::0]", "items[1:3] = (n for n in 'xyz')", "items[::4] = (n for n in 'xy')", "items[1:3] += [5]", "items[1:3] *= 2", "items[10] = 1", "items[-9] = 1", "items['a'] = 1", "items[1.0] = 1", "items[2**70] = 1", "items[2**70:] = [1]", "items[-2**70:2**70:2**70] = [1]", "items[1:2] = {5: 6}", "items[None:None:None] = 'ab'", "items['a':] = []", "items[1.5:2] = []", "items[True:3] = [0]", "del items[8]", "del items['x']", "items[1, 2] = 3", "del items[...]", "items[0] = items; items[1] = items[0][0][2]; items[0] = 0", "items *= 0", "items *= -1", "items += 5", "items += 'ab'", "items[3:3] = [items]; items.pop(3)"]:
    show(text)


class Index:
    def __init__(self, value, action):
        self.value, self.action = value, action

    def __index__(self):
        self.action()
        return self.value


data = list(range(6))
data[Index(1, data.clear) : 3] = ["a"]
print(data)
data = list(range(6))
try:
    data[Index(4, data.clear)] = "x"
except IndexError as error:
    print(error, data)
data = list(range(6))
data[1:3] = (data.clear() or n for n in (7, 8))
print(data)
data = list(range(6))
try:
    data[::2] = (data.append(n) or n for n in (7, 8, 9))
except ValueError as error:
    print(error, data)
for kind in (bytearray(b"abcdef"), memoryview(bytearray(b"abcdef"))):
    for key, value in [(slice(1, 3), b"XY"), (slice(1, 3), b"long"), (slice(None, None, 2), b"123"), (slice(None, None, 2), b"1"), (slice(1, 3), [65, 66]), (slice(1, 3), "xy"), (slice(0, 0), b""), (0, 256), (0, b"a"), (100, 1)]:
        try:
            kind[key] = value
            print(bytes(kind), end=" ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()
try:
    "abc"[0] = "x"
except TypeError as error:
    print(error)
try:
    del (1, 2)[0:1]
except TypeError as error:
    print(error)
try:
    range(3)[0] = 1
except TypeError as error:
    print(error)
