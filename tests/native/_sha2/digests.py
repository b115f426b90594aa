"""SHA-2 of all sizes."""
import _sha2
import hashlib

for name in ("sha224", "sha256", "sha384", "sha512"):
    make = getattr(_sha2, name)
    print(name, make().digest_size, make().block_size, make().name)
    for data in (b"", b"abc", bytes(range(256)) * 5):
        print(make(data).hexdigest())
    h = make()
    for _ in range(10):
        h.update(b"0123456789" * 13)
    print(h.copy().hexdigest() == h.hexdigest() == make(b"0123456789" * 130).hexdigest())
print(hashlib.sha256(b"abc").hexdigest() == _sha2.sha256(b"abc").hexdigest(), hashlib.new("sha512", b"x").hexdigest()[:16])
try:
    _sha2.sha256("text")
except TypeError as error:
    print(error)
