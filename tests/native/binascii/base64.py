"""Base64 and hexadecimal."""
import binascii as b

for data in [b"", b"a", b"ab", b"abc", b"\xff\xfe\xfd\xfc", bytes(range(20))]:
    encoded = b.b2a_base64(data)
    print(encoded, b.b2a_base64(data, newline=False), b.a2b_base64(encoded) == data, b.hexlify(data), b.unhexlify(b.hexlify(data)) == data)
print(b.a2b_base64("YW Jj\n!ZA=="), b.a2b_base64(b"YQ==YQ=="), b.a2b_hex("0aFF"))
print(b.hexlify(b"abcdef", "-", 2), b.hexlify(b"abcde", ":", -2), b.b2a_hex(b"ab", sep=b"."))
for call in [
    lambda: b.a2b_base64("YQ"),
    lambda: b.a2b_base64("Y"),
    lambda: b.a2b_base64("YQ==x", strict_mode=True),
    lambda: b.a2b_base64("=YQ=", strict_mode=True),
    lambda: b.a2b_base64("Y\u20ac"),
    lambda: b.a2b_base64(5),
    lambda: b.unhexlify("a"),
    lambda: b.unhexlify("xx"),
    lambda: b.hexlify("a"),
    lambda: b.hexlify(b"a", "--"),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
