# Compressed bytes for data of many kinds and sizes, at each level: digests, and back again.
import bz2
import hashlib
import random

generator = random.Random(7)
words = ["the", "quick", "brown", "fox", "and", "a", "lazy", "dog", "\u00e9t\u00e9", "x" * 9]
text = " ".join(generator.choice(words) for _ in range(30000)).encode()
samples = {
    "empty": b"",
    "one": b"a",
    "run": b"a" * 100000,
    "runs": b"".join(bytes([i % 5]) * i for i in range(300)),
    "text": text,
    "random": generator.randbytes(20000),
    "all": bytes(range(256)) * 3 + b"!",
    "long runs": b"ab" + b"c" * 255 + b"d" * 256 + b"e" * 4 + b"f" * 259 + b"g" * 3,
    "alternating": b"ab" * 3000 + b"c",
    "repeats": b"ab" * 500,
    "words": b"banana" + text[:5000],
    "two blocks": text + generator.randbytes(1000) + text[::-1],
}
for name, data in samples.items():
    for level in (1, 9) if len(data) > 1000 else (1, 5, 9):
        packed = bz2.compress(data, level)
        print(name, level, len(packed), hashlib.sha256(packed).hexdigest()[:24], bz2.decompress(packed) == data)
compressor = bz2.BZ2Compressor(1)
pieces = [compressor.compress(text[i : i + 7000]) for i in range(0, len(text), 7000)] + [compressor.flush()]
print([len(piece) for piece in pieces], b"".join(pieces) == bz2.compress(text, 1))
