"""Arrays lend their memory; meanwhile they keep their length."""
from array import array
import io

a = array("H", [1, 2, 3])
view = memoryview(a)
print(view.format, view.itemsize, view.shape, view.tolist(), view.readonly, bytes(a), bytearray(a))
view[0] = 500
for action in (lambda: a.append(1), lambda: a.pop(), lambda: a.extend([1])):
    try:
        action()
    except BufferError as error:
        print(error)
a[1] = 9
view.release()
a.append(4)
print(a)
file = io.BytesIO()
a.tofile(file)
file.seek(0)
b = array("H")
b.fromfile(file, 2)
print(b, file.getvalue())
try:
    b.fromfile(file, 5)
except EOFError as error:
    print(error, b)
