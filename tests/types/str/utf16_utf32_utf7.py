# UTF-16, UTF-32 and UTF-7: byte order marks, truncated data, surrogates, and error positions.
def show(data, codec, errors="strict"):
    try:
        print(codec, errors, data, ascii(data.decode(codec, errors)))
    except UnicodeDecodeError as error:
        print(codec, errors, data, error.start, error.end, error.reason, error.encoding)


for data in [b"", b"\xff\xfe", b"\xfe\xff", b"\xff\xfea\x00", b"\xfe\xff\x00a", b"a\x00", b"a", b"a\x00b", b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdc", b"\x00\xd8\x00\xdc", b"\x00\xd8\x00", b"a\x00\x00\xd8\x00", b"\xff\xfe\xff\xfe", b"\x00\xd8\x00\xd8\x00\xdc"]:
    for codec in ("utf-16", "utf-16-le", "utf-16-be"):
        show(data, codec)
    show(data, "utf-16-le", "replace")
    show(data, "utf-16-le", "surrogatepass")
for data in [b"", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a", b"a\x00\x00\x00", b"a\x00\x00", b"\x00\x00\x11\x00", b"\x00\xd8\x00\x00", b"\xff\xff\xff\xff", b"\xff\xfe\x00\x00a\x00\x00\x00b"]:
    for errors in ("strict", "replace", "ignore", "surrogatepass"):
        show(data, "utf-32", errors)
    show(data, "utf-32-be", "replace")
print("a\U0001F600".encode("utf-16"), "a".encode("utf-32"), "\ufeffa".encode("utf-16-le"), "\ufeffa".encode("utf-8-sig"))
for text in ["", "a+b", "é", "a\u2262\u0391.", "Hi Mom -\u263a-!", "\U0001F600", "+", "+-", "~\\", "\x00", "a\né", "éa", "é-", "é/", "\ud800", "\t\r", "=[]&!\"#$%*;<>@^_`{|}"]:
    encoded = text.encode("utf-7")
    print(ascii(text), encoded, encoded.decode("utf-7") == text)
for data in [b"+AOk", b"+AOk-", b"+AOk a", b"+AOkA", b"+AO", b"+A", b"+", b"+-", b"+!", b"+AGE", b"\x80", b"a\xff+", b"+2D3eAA-", b"+2D0-", b"+3gA-", b"+AAAAA-", b"+AOl-", b"~", b"+ZZ\x80", b"+AOk\n+AOk-", b"++", b"+/-"]:
    for errors in ("strict", "replace", "ignore"):
        show(data, "utf-7", errors)
import codecs

decoder = codecs.getincrementaldecoder("utf-16")()
print([ascii(decoder.decode(bytes([b]))) for b in b"\xff\xfea\x00\x3d\xd8\x00\xde"], decoder.getstate())
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"), encoder.getstate() != 2)
encoder.reset()
print(encoder.encode("c"))
