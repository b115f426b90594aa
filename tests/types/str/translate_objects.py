"""str.translate: tables of all kinds; codecs error handlers seen from str."""


class Table:
    def __getitem__(self, code):
        if code == ord("a"):
            return "AAA"
        if code == ord("b"):
            return None
        if code == ord("c"):
            return 0x1F600
        raise LookupError(code)


class Broken:
    def __getitem__(self, code):
        raise RuntimeError("broken")


print("abcd".translate(Table()), "xyz".translate(Table()))
try:
    "abc".translate(Broken())
except RuntimeError as error:
    print("RuntimeError:", error)
table = str.maketrans({"x": "y", ord("z"): None, "\U0001f600": ":)"})
print(table, "xyz\U0001f600".translate(table))
print("hello".translate(str.maketrans("el", "ip", "o")))
print("tr\u00e9s".translate({0xE9: "e"}), "abc".translate({}), "".translate({97: "b"}))
print("abc".translate([None] * 97 + ["1", "2", 0x33]))
for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape"):
    try:
        print(errors, "a\u00e9\u4e2d\U0001f600\udc80".encode("ascii", errors))
    except UnicodeEncodeError as error:
        print(errors, error, (error.start, error.end, error.reason, error.encoding))
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        print(errors, ascii(b"a\xff\xc3\xa9\xe2\x82z".decode("utf-8", errors)))
    except UnicodeDecodeError as error:
        print(errors, error, (error.start, error.end, error.reason, error.object))
for encoding in ("utf-8", "UTF8", "latin-1", "ISO-8859-1", "ascii", "utf-16", "utf-16-le", "utf-32", "cp1252", "utf-7", "cp437"):
    encoded = "aé".encode(encoding, "replace")
    print(encoding, encoded, ascii(encoded.decode(encoding)))
