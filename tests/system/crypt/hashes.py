# crypt: the hashes of every method of the GNU C library, and what cannot be hashed.
import warnings

warnings.simplefilter("ignore")
import crypt

METHODS = (crypt.METHOD_SHA512, crypt.METHOD_SHA256, crypt.METHOD_MD5, crypt.METHOD_CRYPT)
print(all(method in crypt.methods for method in METHODS), crypt.methods[0])
WORDS = ("", "a", "password", "passwörd", "a longer word than any of the hashes has bytes, by some more of them: 64 and", "x" * 511, "12345678", "123456789")
SALTS = (
    "ab", "./", "zZ9", "$1$", "$1$salt", "$1$saltsaltsalt", "$1$salt$rest", "$5$", "$5$saltstring", "$5$a salt",
    "$5$rounds=1000$abc", "$5$rounds=1234$saltstringsaltstring", "$6$", "$6$saltstring", "$6$rounds=1001$x$y", "$6$0123456789abcdefg",
)
for salt in SALTS:
    for word in WORDS:
        print(repr(salt), len(word), crypt.crypt(word, salt))
for salt in ("", "a", "*0", "*1", "$9$x", "$6$rounds=999$x", "$6$rounds=01000$x", "$6$rounds=9999999999$x", "$6$rounds=$x", "$6$sa:lt", "ab\n", "ü", "a!", "!!", "a\\"):
    print(repr(salt), crypt.crypt("pw", salt))
print(crypt.crypt("x" * 512, "$6$ab"), crypt.crypt("x" * 512, "ab"))
for args in (("pw", "a\0b"), ("p\0w", "ab"), (b"pw", "ab"), ("pw", 1.0), ("\ud800", "ab")):
    try:
        print(crypt.crypt(*args))
    except Exception as error:
        print(type(error).__name__, error)
for method in METHODS:
    salt = crypt.mksalt(method)
    hashed = crypt.crypt("word", salt)
    print(method, len(salt), len(hashed), crypt.crypt("word", hashed) == hashed, crypt.crypt("other", hashed) == hashed)
