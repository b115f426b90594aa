"""uuencode, quoted-printable, checksums."""
import binascii as b

for data in [b"", b"a", b"Hello, world!", bytes(range(45))]:
    line = b.b2a_uu(data)
    print(line, b.a2b_uu(line) == data, b.b2a_uu(data, backtick=True))
text = b"caf\xe9 = \t \nline two. \x00end of a rather long line that goes on and on until it must be broken somewhere\r\n.x"
print(b.b2a_qp(text))
print(b.b2a_qp(text, quotetabs=True, istext=False), b.b2a_qp(b"a_b c", header=True))
print(b.a2b_qp(b"caf=E9=20=\nx=3Dy=zz"), b.a2b_qp(b"a_b=5F", header=True), b.a2b_qp(b.b2a_qp(text, istext=False)) == text)
print(b.crc32(b"hello"), b.crc32(b"lo", b.crc32(b"hel")), b.crc32(b"", 5), b.crc_hqx(b"hello", 0), b.crc_hqx(b"lo", 77))
for call in [lambda: b.b2a_uu(b"x" * 46), lambda: b.a2b_uu(b"!!!!!!!!"), lambda: b.b2a_qp("a"), lambda: b.crc32("a")]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
