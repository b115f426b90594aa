# Lone surrogates are ordinary characters of a str: they never pair up, and only encoding refuses them.
high, low = "\ud83d", "\ude00"
pair = high + low
print(len(pair), pair == "\U0001F600", ascii(pair), [hex(ord(c)) for c in pair], pair[0] == high)
print(ascii("x".join([high, low])), len(f"{high}{low}"), len("%s%s" % (high, low)), len("{}{}".format(high, low)), len("".join([high, low])), len(high.__add__(low)))
mixed = "a" + high + "\U0001F600" + low + "b"
print(len(mixed), ascii(mixed), ascii(mixed[::-1]), mixed.find(low), mixed.find(high), mixed.index("\U0001F600"), mixed.count(low), mixed.rfind(high))
print(ascii(mixed.replace("\U0001F600", "")), len(mixed.replace("\U0001F600", "")), ascii(mixed.split("\U0001F600")), ascii(mixed.partition(low)))
print(ascii(mixed.upper()), ascii(mixed.title()), ascii(mixed.swapcase()), mixed.isprintable(), high.isalpha(), high.isidentifier(), high.isspace(), high.islower())
print(ascii(mixed.translate({0xD83D: "H", 0xDE00: None, 0x1F600: 0xD800})), ascii(str.maketrans(high, low)), ascii(mixed.strip("a" + high)))
print(high < "\ue000", "\U00010000" > low, sorted([low, "\U00010000", high, "\uffff"]) == [high, low, "\uffff", "\U00010000"], {high: 1}[chr(0xD83D)], hash(high + low) == hash(pair), hash(pair) == hash("\U0001F600"))
for codec in ("utf-8", "utf-16", "utf-32", "latin-1", "ascii", "utf-7", "cp1252", "raw_unicode_escape", "unicode_escape", "idna", "punycode"):
    try:
        print(codec, ("a" + high).encode(codec))
    except UnicodeError as error:
        print(codec, type(error).__name__, error)
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogatepass", "surrogateescape"):
    try:
        print(errors, mixed.encode("utf-8", errors), mixed.encode("utf-16-le", errors))
    except UnicodeError as error:
        print(errors, ascii(str(error)), error.start, error.end, ascii(error.object), error.encoding, error.reason)
for data in (b"\xed\xa0\xbd", b"\xed\xa0\xbd\xed\xb8\x80", b"\xff\x80a"):
    for errors in ("strict", "surrogatepass", "surrogateescape", "replace", "ignore", "backslashreplace"):
        try:
            print(data, errors, ascii(data.decode("utf-8", errors)))
        except UnicodeDecodeError as error:
            print(data, errors, error)
print(ascii(b"\x3d\xd8\x00\xde".decode("utf-16-le")), ascii(b"\x3d\xd8".decode("utf-16-le", "surrogatepass")), b"\x80\xff".decode("ascii", "surrogateescape").encode("ascii", "surrogateescape"))
for function in (lambda: exec(high), lambda: compile("x = '" + high + "'", "f", "exec"), lambda: int(high), lambda: float("1" + low), lambda: open(high), lambda: __import__(high), lambda: getattr(1, high), lambda: type(high, (), {}), lambda: eval("'\\ud83d\\ude00'") == pair):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))
