"""MD5 and SHA-1."""
import _md5
import _sha1
import hashlib

for data in [b"", b"a", b"message digest", b"x" * 1000, bytearray(b"abc"), memoryview(b"abc")]:
    print(_md5.md5(data).hexdigest(), _sha1.sha1(data).hexdigest())
h = _md5.md5(b"ab")
twin = h.copy()
h.update(b"c")
print(h.digest() == _md5.md5(b"abc").digest(), h.hexdigest() != twin.hexdigest(), h.hexdigest() == h.hexdigest())
print(h.name, h.digest_size, h.block_size, type(h).__name__, _sha1.sha1().name, hashlib.md5(b"q").hexdigest())
print(_md5.md5(string=b"a", usedforsecurity=False).hexdigest())
for call in [lambda: _md5.md5("a"), lambda: _md5.md5(5), lambda: h.update("a"), lambda: h.update(), lambda: type(h)()]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
