"""Incremental codecs keep what is not complete."""
import codecs

text = "a\xe9\u20ac\U0001f600z"
for name in ["utf-8", "utf-16", "utf-32-be", "utf-7", "unicode_escape", "utf-8-sig"]:
    data = text.encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    pieces = [decoder.decode(data[i : i + 1]) for i in range(len(data))]
    print(name, len(data), "".join(pieces) + decoder.decode(b"", True) == text, [len(p) for p in pieces].count(0))
    encoder = codecs.getincrementalencoder(name)()
    print(b"".join(encoder.encode(c) for c in text) + encoder.encode("", True) == data or name)
decoder = codecs.getincrementaldecoder("utf-8")("replace")
print(ascii(decoder.decode(b"a\xe2\x82")), decoder.getstate(), ascii(decoder.decode(b"b")), ascii(decoder.decode(b"\xe2", True)))
decoder = codecs.getincrementaldecoder("utf-8")()
try:
    decoder.decode(b"\xe2\x82", True)
except UnicodeDecodeError as error:
    print(error)
print(list(codecs.iterdecode([b"a\xe2", b"\x82\xac"], "utf-8")), list(codecs.iterencode(["a", "\u20ac"], "utf-16-le")))
