# base64 and binascii: encodings, checks, errors.
import base64
import binascii
import io

data = b"Hello, World! \x00\xff\xfe~"
for name in ("b64", "b32", "b32hex", "b16", "b85", "a85", "urlsafe_b64", "standard_b64"):
    encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
    print(name, encode(data), decode(encode(data)) == data, encode(b""), [encode(data[:n]) for n in range(1, 5)])
print(base64.b64decode("aGk="), base64.b64decode(b"a G\nk="), base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.b64decode("-_8=", altchars="-_"), base64.b32decode("nbuq====", casefold=True), base64.b32decode("MZXW6YQ0", map01="L") if False else "", base64.b16decode("ff0a", casefold=True))
print(base64.a85encode(b"\0\0\0\0    text", foldspaces=True, wrapcol=8, adobe=True), base64.a85decode(b"<~z87cURD]~>", adobe=True), base64.b85encode(b"abc", pad=True), base64.encodebytes(b"x" * 80), base64.decodebytes(b"eHh4\n"))
source, target = io.BytesIO(data * 4), io.BytesIO()
base64.encode(source, target)
print(target.getvalue())
print(binascii.hexlify(data), binascii.hexlify(b"abcd", "-", 2), binascii.unhexlify("0aFF"), binascii.b2a_hex(b"\x01\x02", b":"), binascii.a2b_hex(b"41"), binascii.crc32(data), binascii.crc_hqx(data, 0), binascii.crc32(b"b", binascii.crc32(b"a")))
print(binascii.b2a_base64(b"ab", newline=False), binascii.a2b_base64(b"YWI="), binascii.b2a_uu(b"Cat and dog"), binascii.a2b_uu(binascii.b2a_uu(b"Cat", backtick=True)), binascii.b2a_qp(b"caf\xe9 = x \n" + b"y" * 80), binascii.a2b_qp(b"caf=E9=\n tail_", header=True), binascii.b2a_qp(b" a_b\t\n.", quotetabs=True, header=True))
for action in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("a"), lambda: base64.b64decode("ab!c", validate=True), lambda: base64.b64decode("é"), lambda: base64.b32decode("A"), lambda: base64.b32decode("abc1===="), lambda: base64.b16decode("xx"), lambda: base64.b16decode("ff"), lambda: base64.b85decode("~~~~~"), lambda: base64.b85decode(b"\x7f"), lambda: base64.a85decode(b"v"), lambda: base64.b64encode("str"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: binascii.a2b_base64(b"YQ", strict_mode=True), lambda: binascii.a2b_base64("=YQ=", strict_mode=True), lambda: binascii.a2b_uu(b"\x80"), lambda: binascii.b2a_uu(b"x" * 46), lambda: binascii.hexlify("str"), lambda: binascii.hexlify(b"ab", "--"), lambda: base64.decodebytes("x"), lambda: base64.b64encode(b"x", altchars=b"+"), lambda: base64.a85decode(b"abc", adobe=True), lambda: binascii.crc32("x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
