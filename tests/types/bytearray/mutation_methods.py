# append, extend, insert, pop, remove, reverse, clear, copy, slices and `*=` of bytearrays: arguments of all kinds and exported buffers.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
b = bytearray(b"abc")
for value in (100, True, 256, -1, "x", b"x", 1.0, None, 2**70):
    show(lambda: (b.append(value), bytes(b)))
for value in (b"de", bytearray(b"f"), [1, 2], (3,), range(4, 6), iter([7]), memoryview(b"m"), "text", [256], ["a"], 5, None, b):
    show(lambda: (b.extend(value), bytes(b)))
b = bytearray(range(5))
for index in (0, 2, -1, 100, -100, 100000):
    show(lambda: (b.insert(index, 9), bytes(b)))
show(lambda: b.insert("0", 1))
show(lambda: b.insert(0, 300))
for index in ((), (0,), (-1,), (3,), (100,), (-100,), ("1",)):
    show(lambda: (b.pop(*index), bytes(b)))
show(lambda: (b.remove(9), bytes(b)))
show(lambda: b.remove(77))
show(lambda: b.remove(b"a"))
show(lambda: bytearray().pop())
b.reverse(); print(bytes(b)); b.clear(); print(bytes(b), len(b))
b = bytearray(b"0123456789")
b[2:4] = b"xyz"; b[0] = 65; b[-1:] = []; b[::3] = bytes(4); b[5:5] = [1, 2]; b[1:3] = bytearray(b)
print(bytes(b))
for key, value in ((slice(0, 2), 5), (slice(0, 2), "ab"), (slice(None, None, 2), b"x"), (0, b"a"), (99, 1), ("0", 1), (slice(0, 1), [300]), (slice(0, 1), None)):
    show(lambda: b.__setitem__(key, value))
del b[0], b[-2:], b[::4]
print(bytes(b))
b *= 2; b += b"!"; print(bytes(b)); b *= 0; print(bytes(b))
b = bytearray(b"locked")
view = memoryview(b)
for action in (lambda: b.append(1), lambda: b.clear(), lambda: b.pop(), lambda: b.extend(b"x"), lambda: b.extend(b""), lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 1), b"xy"), lambda: b.__setitem__(slice(0, 1), b"x"), lambda: b.__imul__(2), lambda: b.__imul__(1), lambda: b.__iadd__(b"x"), lambda: b.insert(0, 1), lambda: b.remove(108), lambda: b.reverse(), lambda: b.__init__(b"n")):
    show(action)
    print(bytes(b))
view.release()
b.append(33)
print(bytes(b), b.copy() == b, b.copy() is b, type(b.copy()).__name__)
