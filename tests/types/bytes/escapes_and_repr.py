# bytes.__repr__, escape codecs, hex and fromhex with separators, and the warning for odd escapes.
import codecs
import warnings

print(bytes(range(256)))
print(b"'", b'"', b"'\"", bytearray(b"'"), bytearray(b"\"'"), repr(b"\\"), str(b"x"), f"{bytearray(b'y')}")
print(codecs.escape_decode(rb"\x41\101\n\\\'\"\a\b\f\v\t\r\0z\
end"), codecs.escape_encode(b"\x00\n\xff'\\"))
for bad in (rb"\x4", rb"\x", rb"\xg0", b"abc\\"):
    for errors in ("strict", "ignore", "replace", "odd"):
        try:
            print(bad, errors, codecs.escape_decode(bad, errors))
        except ValueError as error:
            print(bad, errors, error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(codecs.escape_decode(rb"\d\400"), eval(r"b'\d'"), ascii(eval(r"'\d\400'")), eval(r"b'\400'"))
for warning in caught:
    print(warning.category.__name__, warning.message)
print(ascii(rb"\u20ac\U0001f600\N{BULLET}\x41\n\101".decode("unicode_escape")), ascii(rb"\u20ac\x41\n".decode("raw_unicode_escape")), "é\u20ac\U0001F600\n".encode("raw_unicode_escape"), "é\u20ac\U0001F600\n\\".encode("unicode_escape"))
for bad in (rb"\u12", rb"\U00110000", rb"\N{none such}", rb"\N", rb"\N{", rb"\x", b"a\\", rb"\N{}"):
    for errors in ("strict", "replace"):
        try:
            print(bad, errors, ascii(bad.decode("unicode_escape", errors)))
        except UnicodeDecodeError as error:
            print(bad, errors, error)
print(b"\x01\xab\xcd\xef".hex(), b"\x01\xab\xcd\xef".hex(":"), b"\x01\xab\xcd\xef\x00".hex("-", 2), b"\x01\xab\xcd\xef\x00".hex("-", -2), b"".hex(":"), b"ab".hex(b" ", 10**9), bytearray(b"ab").hex("_"), memoryview(b"abcd")[::2].hex("/"), b"abc".hex("-", 0))
for call in ["b'ab'.hex('::')", "b'ab'.hex('')", "b'ab'.hex('é')", "b'ab'.hex(1)", "b'ab'.hex(b'::')", "b'ab'.hex('-', 2**40)", "b'ab'.hex('-', '1')", "bytes.fromhex('abc')", "bytes.fromhex('ab c')", "bytes.fromhex('a b')", "bytes.fromhex('xy')", "bytes.fromhex('12é')", "bytes.fromhex(' 12\\n34\\x0b ')", "bytes.fromhex('')", "bytes.fromhex(b'12')", "bytes.fromhex('12\\u2003')", "bytearray.fromhex('0aFf')", "bytes.fromhex('1')", "bytes.fromhex()", "bytes.fromhex('\\x00')"]:
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)


class Sub(bytes):
    pass


print(type(Sub.fromhex("41")).__name__, Sub(b"x"), type(Sub(b"x") + b"y").__name__, type(Sub(b"x")[:]).__name__, type(Sub(b"xy").strip()).__name__)
