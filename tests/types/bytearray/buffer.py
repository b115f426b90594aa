"""bytearray and memoryview: lending memory."""
b = bytearray(b"abcdef")
with memoryview(b) as view:
    view[0] = 90
    try:
        b.append(1)
    except BufferError as error:
        print("BufferError:", error)
    for change in ("b.clear()", "b.pop()", "b += b'x'", "del b[0]", "b.extend(b'x')", "b[1:2] = b'xx'", "b.insert(0, 1)"):
        try:
            exec(change)
            print(change, "worked")
        except BufferError as error:
            print(change, "BufferError")
    b[1:3] = b"YX"
    print(view.tobytes(), view.obj is b)
b.append(33)
print(b)
view = memoryview(b)
part = view[2:5]
part[:] = b"123"
print(b, part.tolist(), part.nbytes)
view.release()
try:
    b.append(1)
except BufferError:
    print("still lent")
part.release()
b.append(1)
print(b)
try:
    view[0]
except ValueError as error:
    print("ValueError:", error)
print(repr(view).startswith("<released memory at 0x"), repr(memoryview(b"")).startswith("<memory at 0x"))
target = bytearray(8)
words = memoryview(target).cast("I")
words[0], words[1] = 0x01020304, 0xFFFFFFFF
print(target, words.tolist(), words.format, words.itemsize, len(words))
matrix = memoryview(bytes(range(12))).cast("B", (3, 4))
print(matrix.tolist(), matrix[1, 2], matrix.shape, matrix.strides, matrix.ndim)
print(memoryview(b"abc") == b"abc", b"abc" == memoryview(b"abc"), {memoryview(b"abc"): 1}[b"abc"])
print(bytes(memoryview(b"abcdef")[::2]), bytearray(memoryview(b"abc")[::-1]), b"x" + memoryview(b"y"))


class Exporter:
    def __buffer__(self, flags):
        print("flags", flags)
        return memoryview(b"exported")

    def __release_buffer__(self, view):
        print("released")


print(bytes(Exporter()))
with memoryview(Exporter()) as view:
    print(view[0], view.tobytes())
print(b"-".join([b"a", memoryview(b"b")]))
