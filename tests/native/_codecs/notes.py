"""A codec found through the registry notes its name on the exception."""
import codecs

for action in [
    lambda: b"\x81".decode("cp1252"),
    lambda: "\u20ac".encode("cp437"),
    lambda: codecs.decode("zz", "hex"),
    lambda: codecs.encode("\u20ac", "ascii"),
    lambda: b"ab".decode("hex"),
    lambda: "ab".encode("rot13"),
]:
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))
print(codecs.encode("Hello", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode(b"YWI=", "base64"))
print("caf\xe9".encode("cp1252"), b"caf\xe9".decode("iso-8859-15"), "ab".encode("utf-8-sig"))
