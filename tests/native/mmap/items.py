"""Items and slices of a map."""
import mmap
import re


def store(key, value):
    memory[key] = value


def remove():
    del memory[0]


memory = mmap.mmap(-1, 8)
memory[:] = b"abcdefgh"
for action in [
    lambda: memory[0], lambda: memory[-1], lambda: memory[8], lambda: memory["a"], lambda: memory[2:5], lambda: memory[::-1],
    lambda: store(0, 72), lambda: store(0, 300), lambda: store(0, "a"), lambda: store(slice(0, 2), b"XY"), lambda: store(slice(0, 2), b"XYZ"),
    lambda: store(100, 1), lambda: store(slice(0, 4, 2), b"--"), remove, lambda: memory[:], lambda: b"X" in memory, lambda: 45 in memory,
    lambda: re.findall(rb"[c-f]", memory), lambda: bytes(memoryview(memory)[4:6]), lambda: len(memory), lambda: memory == memory,
]:
    try:
        print(repr(action()))
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
view = memoryview(memory)
view[7] = 33
print(memory[7], view.readonly, view.nbytes)
try:
    memory.close()
except BufferError as error:
    print(error)
view.release()
memory.close()
print(memory.closed)
