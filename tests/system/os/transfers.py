# Several buffers at once, copying from descriptor to descriptor, locks, and room on the disk.
import array
import os
import shutil


def attempt(name, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, result)


source = os.open("source", os.O_RDWR | os.O_CREAT)
print(os.writev(source, [b"one", bytearray(b"two"), memoryview(b"three"), array.array("b", b"four")]))
print(os.pwritev(source, (b"ONE", b"T"), 0), os.pwritev(source, [b"!"], 14, os.RWF_SYNC), os.lseek(source, 0, os.SEEK_CUR))
os.lseek(source, 0, os.SEEK_SET)
first, second, third = bytearray(2), bytearray(5), bytearray(20)
print(os.readv(source, [first, second, third]), first, second, third)
print(os.preadv(source, [first, memoryview(second)[1:3]], 3), first, second, os.preadv(source, [first], 100), os.readv(source, [first]))

target = os.open("target", os.O_RDWR | os.O_CREAT)
os.lseek(source, 2, os.SEEK_SET)
print(os.sendfile(target, source, None, 4), os.lseek(source, 0, os.SEEK_CUR), os.sendfile(target, source, 0, 100), os.lseek(source, 0, os.SEEK_CUR))
print(os.sendfile(out_fd=target, in_fd=source, offset=100, count=5), os.pread(target, 100, 0))
print(os.copy_file_range(source, target, 3), os.copy_file_range(source, target, 5, offset_src=0, offset_dst=30), os.lseek(source, 0, os.SEEK_CUR), os.pread(target, 100, 0))
reader, writer = os.pipe()
print(os.sendfile(writer, source, 1, 5), os.read(reader, 100), os.writev(writer, [b"a", b"", b"bc"]), os.readv(reader, [first, second]), first, second)

large = os.urandom(1 << 20)
with open("large", "wb") as file:
    file.write(large)
print(shutil.copyfile("large", "copy"), open("copy", "rb").read() == large)
with open("large", "rb") as file, open("other", "wb") as other:
    print(os.sendfile(other.fileno(), file.fileno(), 0, 1 << 30), os.fstat(other.fileno()).st_size)

print(os.posix_fadvise(source, 0, 0, os.POSIX_FADV_SEQUENTIAL), os.posix_fallocate(target, 10, 90), os.fstat(target).st_size, os.fstat(target).st_blocks > 0)
os.lseek(target, 0, os.SEEK_SET)
other = os.open("target", os.O_RDWR)
print(os.lockf(target, os.F_LOCK, 10), os.lockf(target, os.F_ULOCK, 10), os.lockf(target, os.F_TLOCK, 0), os.lockf(target, os.F_TEST, 0), os.lockf(target, os.F_ULOCK, 0))

for name, args in (
    ("writev", (99, [b""])), ("writev", (source, b"abc")), ("writev", (source, 5)), ("writev", (source, {b"a"})), ("writev", (source, ["x"])), ("writev", (source, [])),
    ("readv", (source, [b"abc"])), ("readv", (99, [bytearray(1)])), ("readv", (source, iter([]))), ("preadv", (source, [bytearray(1)], -1)), ("preadv", (reader, [bytearray(1)], 0)),
    ("pwritev", (source, [b""], "x")), ("sendfile", (target, 99, 0, 1)), ("sendfile", (target, reader, None, 1)), ("sendfile", (target, source, -1, 1)), ("sendfile", (target, source, "x", 1)),
    ("copy_file_range", (source, target, -1)), ("copy_file_range", (source, 99, 1)), ("copy_file_range", (reader, target, 1)), ("lockf", (99, 1, 1)), ("lockf", (source, 77, 1)),
    ("posix_fadvise", (source, 0, 0, 99)), ("posix_fadvise", (99, 0, 0, 0)), ("posix_fadvise", (reader, 0, 0, 0)), ("posix_fallocate", (99, 0, 1)), ("posix_fallocate", (target, 0, 0)), ("posix_fallocate", (target, -1, 1)),
):
    attempt(name, getattr(os, name), *args)
