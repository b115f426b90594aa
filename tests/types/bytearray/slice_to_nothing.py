# Assigning nothing to an extended slice deletes it; deleting is refused while the memory is lent, even of no items.
data = bytearray(b"abcdefgh")
data[::2] = b""
print(data)
data[::-2] = bytearray()
print(data)
try:
    data[::2] = b"xyz"
except ValueError as error:
    print(error)
view = memoryview(data)
for attempt in (slice(0, 0, 2), slice(None, None, 2), slice(0, 1), slice(0, 0), slice(5, 2)):
    for action in "del", "assign":
        try:
            if action == "del":
                del data[attempt]
            else:
                data[attempt] = b""
            print(attempt, action, "done")
        except BufferError as error:
            print(attempt, action, error)
view.release()


class Slotted(bytearray):
    __slots__ = ("x", "y", "__dict__")


import copy
import pickle

value = Slotted(b"abc")
value.x = 1
value.z = 2
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(value.__reduce_ex__(protocol)[2])
other = copy.copy(value)
print(other, other.x, other.z, hasattr(other, "y"))
