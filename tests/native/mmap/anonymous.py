"""A map of nothing: reading, writing, seeking and moving."""
import mmap


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


memory = mmap.mmap(-1, 20)
print(memory, len(memory))
show(memory.write, b"hello\nworld")
show(memory.tell)
memory.seek(0)
show(memory.readline)
show(memory.read, 3)
show(memory.read_byte)
show(memory.seek, -2, 2)
show(memory.seek, 100)
show(memory.seek, 1, 9)
show(memory.write, b"toolong")
show(memory.write_byte, 65)
show(memory.write_byte, 300)
memory.seek(0)
show(memory.find, b"o")
show(memory.find, b"o", 5)
show(memory.rfind, b"o")
show(memory.find, b"zz")
show(memory.find, "a")
show(memory.move, 0, 6, 5)
show(memory.move, 0, 15, 10)
show(lambda: memory[:11])
show(lambda: bytes(memory[3:9:2]))
show(lambda: list(memory)[:3])
memory.close()
show(memory.read)
print(memory, memory.closed)
with mmap.mmap(-1, 5) as other:
    print(other.closed)
print(other.closed)
