# Compressor and decompressor objects: limits, input in pieces, unused data, damage; files, and tarfile, zipfile, shutil over them.
import _bz2
import bz2
import io
import tarfile
import zipfile


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for level in 0, 10, "x", 2**70:
    attempt(lambda: _bz2.BZ2Compressor(level))
compressor = _bz2.BZ2Compressor()
attempt(lambda: compressor.compress("x"))
attempt(compressor.flush)
attempt(compressor.flush)
attempt(lambda: compressor.compress(b""))
packed = bz2.compress(b"abc" * 1000)
decompressor = _bz2.BZ2Decompressor()


def state():
    return decompressor.needs_input, decompressor.eof, decompressor.unused_data


attempt(lambda: (decompressor.decompress(packed + b"tail", 10), state()))
attempt(lambda: (decompressor.decompress(b"", 0), state()))
attempt(lambda: (len(decompressor.decompress(b"")), state()))
attempt(lambda: decompressor.decompress(b""))
decompressor = _bz2.BZ2Decompressor()
print([(len(decompressor.decompress(packed[i : i + 1])), state()[:2]) for i in range(len(packed))][-12:])
for wrong in b"BZx", b"x", b"BZh0", b"BZh9xx", packed[:-1] + b"\0", packed[:30] + b"\xff\xff" + packed[32:], packed[:12] + b"\1" + packed[13:]:
    decompressor = _bz2.BZ2Decompressor()
    attempt(lambda: len(decompressor.decompress(wrong)))
attempt(lambda: bz2.decompress(packed[:-4]))
attempt(lambda: bz2.decompress(packed + packed) == b"abc" * 2000)
attempt(lambda: len(bz2.decompress(packed + b"garbage")))
file = bz2.BZ2File(io.BytesIO(bz2.compress(b"line one\nline two\nlast")))
print(file.readline(), file.read(4), file.seek(0), file.readlines(), file.tell())
with bz2.open(io.BytesIO(packed), "rt") as text:
    print(text.read(7))
stream = io.BytesIO()
with tarfile.open(fileobj=stream, mode="w:bz2") as archive:
    member = tarfile.TarInfo("name.txt")
    member.size = 5
    archive.addfile(member, io.BytesIO(b"hello"))
stream.seek(0)
with tarfile.open(fileobj=stream) as archive:
    print(archive.getnames(), archive.extractfile("name.txt").read())
stream = io.BytesIO()
with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
    archive.writestr("a.txt", b"zipped " * 50)
with zipfile.ZipFile(stream) as archive:
    print(archive.infolist()[0].compress_size, archive.read("a.txt")[:14])
