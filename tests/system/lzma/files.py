# Files: LZMAFile and open, and who uses them: tarfile, zipfile, shutil.
import io
import lzma
import os
import shutil
import tarfile
import zipfile

lines = [b"line %d\n" % i for i in range(2000)]
with lzma.open("a.xz", "wb") as file:
    file.writelines(lines)
    print(type(file), file.writable(), file.readable(), file.seekable(), file.tell())
with lzma.open("a.xz", "ab", format=lzma.FORMAT_XZ, preset=1) as file:
    print(file.write(memoryview(b"the end\n")))
with lzma.open("a.xz") as file:
    print(file.readline(), file.read(3), file.peek(4)[:4], file.tell(), file.read1(5))
    print(file.seek(-20, 2), file.read(), file.read(), file.seek(7), file.readline(), file.fileno() > 2)
    print([line for line in file][-1])
print(file.closed)
with lzma.open("a.xz", "rt", encoding="ascii", newline="\n") as file:
    print(len(file.read().splitlines()), type(file).__name__)
try:
    lzma.open("a.xz", "xb")
except OSError as error:
    print(type(error).__name__)
for args, kwargs in ((("a.xz", "rw"), {}), (("a.xz", "rbt"), {}), (("a.xz", "r"), dict(check=1)), (("a.xz", "r"), dict(preset=1)),
                     (("a.xz", "rb"), dict(encoding="ascii")), (("a.xz", "rb"), dict(errors="x")), ((3,), {}),
                     (("a.xz", "rb"), dict(newline="\n"))):
    try:
        lzma.open(*args, **kwargs)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for method in file.buffer.read, file.buffer.tell, file.buffer.fileno:
    try:
        method()
    except ValueError as error:
        print(error)

stream = lzma.compress(b"".join(lines), lzma.FORMAT_ALONE)
inner = io.BytesIO(stream)
with lzma.LZMAFile(inner) as file:
    print(len(file.read()), inner.closed)
    try:
        file.write(b"")
    except io.UnsupportedOperation as error:
        print(error)
print(inner.closed)
with lzma.LZMAFile(io.BytesIO(stream[:-9])) as file:
    try:
        while file.read(100):
            pass
    except EOFError as error:
        print(error)

os.mkdir("folder")
for name in "one", "two":
    with open(f"folder/{name}", "wb") as file:
        file.writelines(lines)
archive = shutil.make_archive("b", "xztar", "folder")
print(os.path.basename(archive))
with tarfile.open("b.tar.xz", "r:xz") as tar:
    print(sorted(tar.getnames()), len(tar.extractfile("./one").read()))
with tarfile.open("b.tar.xz") as tar:
    print(len(tar.getmembers()))
shutil.unpack_archive("b.tar.xz", "copy")
print(sorted(os.listdir("copy")))
with zipfile.ZipFile("c.zip", "w", zipfile.ZIP_LZMA) as archive:
    archive.write("folder/two", "two")
with zipfile.ZipFile("c.zip") as archive:
    info = archive.getinfo("two")
    print(info.compress_type, info.file_size, info.compress_size < 6000, archive.read("two") == b"".join(lines), archive.testzip())
