# Decoding UTF-8: where each kind of malformed sequence starts and ends, the reason, and how many marks replace it.
cases = [
    b"\x80", b"\xbf\xbf", b"\xc0\x80", b"\xc1\xbf", b"\xc2", b"\xc2a", b"\xc2\xc2\x80", b"\xdf\x7f", b"\xe0\x80\x80", b"\xe0\x9f\xbf", b"\xe0\xa0", b"\xe0\xa0a", b"\xe1", b"\xe1\x80", b"\xe1\x80\xe1\x80\x80",
    b"\xed\xa0\x80", b"\xed\x9f\xbf", b"\xed\xbf\xbf", b"\xef\xbf\xbe", b"\xf0\x80\x80\x80", b"\xf0\x8f\xbf\xbf", b"\xf0\x90\x80", b"\xf0\x90\x80a", b"\xf0\x90a", b"\xf1", b"\xf1\x80\x80\xc2\x80", b"\xf4\x8f\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80", b"\xfe", b"\xff\xff", b"ab\xe2\x82", b"ab\xe2\x82\xacc\xe2(\xa1", b"\xf0\x9f\x98\x80\xf0\x9f\x98", b"\xc3\x28\xa0\xa1", b"\xe2\x28\xa1", b"\xe2\x82\x28", b"\xf0\x28\x8c\xbc", b"\xf0\x90\x28\xbc",
]
for data in cases:
    try:
        data.decode()
        print(data, "ok", end=" ")
    except UnicodeDecodeError as error:
        print(data, error.start, error.end, error.reason, "|", error, end=" ")
    print("|", ascii(data.decode(errors="replace")), ascii(data.decode("utf-8", "ignore")), ascii(data.decode("utf-8", "backslashreplace")), ascii(data.decode("utf-8", "surrogateescape")))
    assert data.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == data
print(ascii(b"\xef\xbb\xbfa".decode()), ascii(b"\xef\xbb\xbfa".decode("utf-8-sig")), ascii(b"\xef\xbb".decode("utf-8-sig", "replace")), "a".encode("utf-8-sig"))
import codecs

decoder = codecs.getincrementaldecoder("utf-8")("replace")
print([ascii(decoder.decode(bytes([b]))) for b in b"a\xf0\x9f\x98\x80\xe2\x82b\xf0\x9f"], ascii(decoder.decode(b"", True)))
print(codecs.utf_8_decode(b"a\xe2\x82"), codecs.utf_8_decode(b"a\xe2\x82", "replace", True) == ("a\ufffd", 3), codecs.utf_8_decode(b"\xe2\x82", "strict", False))
for call in (lambda: codecs.utf_8_decode(b"a\xe2\x82", "strict", True), lambda: b"\xff".decode("utf-8", "nosuch"), lambda: b"\xff".decode("no-such"), lambda: b"x".decode("utf-8", "nosuch"), lambda: b"x".decode("hex"), lambda: "x".encode("rot13"), lambda: b"x".decode(5), lambda: b"x".decode("utf-8\x00"), lambda: str(b"\xff", "utf-8"), lambda: "x".encode("é")):
    try:
        print(ascii(call()))
    except Exception as error:
        print(type(error).__name__, error)
