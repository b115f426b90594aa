# hashlib and hmac: digests of the built-in algorithms.
import hashlib
import hmac

message = b"The quick brown fox jumps over the lazy dog"
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"):
    h = hashlib.new(name, message)
    print(name, h.digest_size, h.block_size, h.hexdigest())
    assert getattr(hashlib, name)(message).digest() == h.digest()
print(hashlib.shake_128(message).hexdigest(20), hashlib.shake_256(b"").digest(8).hex())
h = hashlib.sha256()
for chunk in (message[:10], message[10:20], memoryview(message)[20:], bytearray()):
    h.update(chunk)
copy = h.copy()
copy.update(b"!")
print(h.hexdigest() == hashlib.sha256(message).hexdigest(), copy.hexdigest()[:16], h.name)
print(hashlib.sha256(b"a" * 100000).hexdigest(), hashlib.md5(b"\x00" * 1000, usedforsecurity=False).hexdigest())
print(hashlib.blake2b(message, digest_size=16, key=b"secret", salt=b"salt", person=b"me").hexdigest(), hashlib.blake2s(b"", digest_size=4).hexdigest())
print(sorted(hashlib.algorithms_guaranteed))
print(hmac.new(b"key", message, "sha256").hexdigest(), hmac.new(b"k" * 200, message, hashlib.md5).hexdigest(), hmac.digest(b"key", b"m", "sha1").hex(), hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"a", b"b"))
mac = hmac.new(b"key", digestmod="sha512")
mac.update(b"part one ")
other = mac.copy()
mac.update(b"part two")
print(mac.hexdigest()[:32], other.hexdigest()[:32], mac.name, mac.digest_size, mac.block_size)
for action in (lambda: hashlib.md5("text"), lambda: hashlib.new("nope"), lambda: hashlib.shake_128(b"").hexdigest(), lambda: hashlib.sha256(1), lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest("a", b"a")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" nope")[0])

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    digest = hashlib.new(name)
    for part in (b"The quick brown ", b"fox jumps over ", b"the lazy dog"):
        digest.update(part)
    copy = digest.copy()
    copy.update(b".")
    print(name, digest.digest_size, digest.block_size, digest.hexdigest()[:16], copy.hexdigest()[:16])

for name in ("shake_128", "shake_256"):
    shake = hashlib.new(name, b"variable length")
    print(name, shake.hexdigest(8), shake.digest(3))
keyed = hashlib.blake2b(b"message", key=b"secret", digest_size=16, salt=b"salt", person=b"person")
print(keyed.name, keyed.digest_size, keyed.hexdigest())
print(sorted(hashlib.algorithms_guaranteed)[:5], "md5" in hashlib.algorithms_available)
try:
    hashlib.new("no such hash")
except ValueError as error:
    print(type(error).__name__, error)
try:
    hashlib.sha256("text")
except TypeError as error:
    print(type(error).__name__, error)
