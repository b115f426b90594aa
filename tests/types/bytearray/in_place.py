"""bytearray: the methods that change it, slices of all kinds."""
b = bytearray(b"hello")
b[0] = ord("J")
b.append(33)
b.insert(0, 42)
b.insert(-1, 45)
b.insert(100, 46)
print(b, len(b))
print(b.pop(), b.pop(0), b.pop(-2), b)
b.remove(ord("l"))
b.reverse()
print(b)
b.extend([65, 66])
b.extend(b"CD")
b.extend(range(67, 70))
b += bytearray(b"!")
b *= 2
print(b)
b[2:4] = b"[]"
b[1:1] = b"inserted"
b[-3:] = b""
b[::5] = b"-" * len(b[::5])
print(b)
del b[0], b[-1], b[1:3], b[::4]
print(b)
del b[::-3]
print(b)
b[:] = []
print(b, len(b), bool(b))
b[0:0] = (1, 2, 3)
b[1:2] = b[::-1]
print(list(b))
c = b.copy()
c.clear()
print(b, c, b is not c)
b = bytearray(range(10))
b[2:8:2] = b"abc"
print(b)
b[8:2:-3] = b"XY"
print(b)
b[5:2] = b"zz"
print(b)
try:
    b += b
except BufferError as error:
    print(error)
b.extend(b)
print(b, b.count(b"zz"), b.find(122), b.index(b"Y"))
for value in range(100):
    b.append(value)
print(len(b), b[-1], b[:3])
