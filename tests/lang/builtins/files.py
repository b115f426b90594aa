# Files: writing, reading in every way, seeking, appending, modes and errors.
import os

with open("a.txt", "w") as f:
    print(f.write("one\ntwo\n"), f.writable(), f.readable(), f.closed, f.mode, f.name)
    f.writelines(["three\n", "é\n"])
print(f.closed)
with open("a.txt") as f:
    print(repr(f.read(5)), repr(f.readline()), f.readlines(), repr(f.read()))
    f.seek(0)
    print([line.strip() for line in f], f.encoding)
with open("a.txt", "a+", encoding="utf-8") as f:
    f.write("end")
    f.seek(4)
    print(repr(f.read()))
with open("a.txt", "rb") as f:
    print(f.read(4), f.tell(), f.seek(-3, os.SEEK_END), f.read(), os.path.getsize("a.txt"))
with open("a.txt", "r+b") as f:
    f.write(b"ONE")
    f.truncate(7)
print(open("a.txt").read().split())
for args in (("missing.txt",), ("a.txt", "x"), ("a.txt", "q"), ("a.txt", "rw"), (".",)):
    try:
        open(*args)
    except (OSError, ValueError) as error:
        print(type(error).__name__, str(error).split("] ")[-1])
try:
    f.read()
except ValueError as error:
    print(error)
os.rename("a.txt", "b.txt")
print(sorted(os.listdir(".")), os.path.exists("a.txt"), os.path.isfile("b.txt"))
os.remove("b.txt")
