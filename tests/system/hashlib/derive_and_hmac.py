# _hashlib: hashes by name, HMAC objects, pbkdf2_hmac and scrypt, and what is said of wrong arguments.
import _hashlib
import hashlib
import hmac

for name in "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512":
    made = getattr(hashlib, name)(b"abc")
    other = hashlib.new(name.upper() if "3_" not in name else name)
    other.update(b"ab")
    copy = other.copy()
    other.update(b"c")
    print(made.name, made.digest_size, made.block_size, made.hexdigest()[:16], made.digest() == other.digest(), copy.digest() == made.digest(), type(made))
    keyed = hmac.new(b"key", b"message", name)
    print("  ", keyed.name, keyed.digest_size, keyed.block_size, keyed.hexdigest()[:16], hmac.digest(b"key", b"message", name) == keyed.digest(), keyed.copy().digest() == keyed.digest())
for name in "shake_128", "shake_256":
    made = hashlib.new(name, b"abc")
    print(made.name, made.digest_size, made.block_size, made.hexdigest(9), made.digest(length=3), made.digest(0), type(made), type(made).__mro__[1])
for name in "sha1", "sha256", "sha512", "sha3_256", "md5":
    print(name, hashlib.pbkdf2_hmac(name, b"password", b"salt", 50).hex(), hashlib.pbkdf2_hmac(name, b"p", b"s", 2, dklen=70).hex()[-12:])
print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=256, r=8, p=2, dklen=20).hex())
print(repr(hashlib.sha256()).split(" object")[0], repr(_hashlib.hmac_new(b"k", digestmod="md5")).split(" object")[0], hashlib.sha256.__name__, hashlib.blake2b.__module__)
print(hmac.new(b"k" * 200, b"m", hashlib.sha256).hexdigest(), hmac.new(b"k", digestmod=hashlib.blake2s).hexdigest()[:16], hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
print(hmac.new(b"k", None, "md5").hexdigest() == hmac.new(b"k", b"", "md5").hexdigest())
print(sorted(hashlib.algorithms_guaranteed - hashlib.algorithms_available), {"sha512_256", "ripemd160"} <= hashlib.algorithms_available, hashlib.new("sha512_256", b"x").hexdigest()[:10])


def attempt(function, *args, **kwargs):
    try:
        print("  ", function(*args, **kwargs))
    except Exception as error:
        print("  ", type(error).__name__, error)


attempt(hashlib.new, "nope")
attempt(_hashlib.new, "nope")
attempt(_hashlib.new, 5)
attempt(hashlib.sha256, "text")
attempt(hashlib.sha256, 5)
attempt(hashlib.sha256().update, "text")
attempt(hashlib.sha256, b"", b"")
attempt(_hashlib.HASH)
attempt(hashlib.shake_128().digest)
for args in (("sha256", b"", b"", 0), ("nope", b"", b"", 1), ("sha256", b"", b"", 1, 0), ("sha256", "x", b"", 1), (1, b"", b"", 1), ("sha256", b"")):
    attempt(hashlib.pbkdf2_hmac, *args)
for change in (dict(n=3), dict(r=0), dict(n=2**20), dict(maxmem=-1), dict(dklen=0), dict(dklen=2**31), dict(p="x")):
    attempt(hashlib.scrypt, b"p", **{"salt": b"s", "n": 2, "r": 8, "p": 1, **change})
attempt(hashlib.scrypt, b"p", salt=b"s", r=1, p=1)
attempt(hashlib.scrypt, b"p", n=2, r=1, p=1)
for function, args in ((hmac.digest, (b"k", b"m", "nope")), (hmac.new, (b"k", b"", "nope")), (hmac.new, ("k", b"", "md5")), (_hashlib.hmac_digest, (b"k", b"m", len))):
    attempt(function, *args)
