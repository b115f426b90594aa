"""SHA-3 and SHAKE."""
import _sha3

for name in ("sha3_224", "sha3_256", "sha3_384", "sha3_512"):
    make = getattr(_sha3, name)
    h = make(b"abc")
    print(h.name, h.digest_size, h.block_size, h._capacity_bits, h._rate_bits, h._suffix)
    print(h.hexdigest(), make().hexdigest(), make(b"x" * 500).hexdigest())
    h.update(b"def")
    print(h.digest() == make(b"abcdef").digest())
for name in ("shake_128", "shake_256"):
    h = getattr(_sha3, name)(b"abc")
    print(h.name, h.digest_size, h.block_size, h.hexdigest(10), h.digest(3), h.digest(0), h.copy().hexdigest(40))
for call in [lambda: _sha3.sha3_256("a"), lambda: _sha3.shake_128().digest(-1), lambda: _sha3.shake_128().digest(2**29), lambda: _sha3.shake_128().digest()]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
