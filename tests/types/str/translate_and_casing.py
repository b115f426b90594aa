# Strings beyond ASCII: case mappings of all lengths, is* of unusual code points, translate with every kind of table.
import sys
import unicodedata

for text in ("\u00df", "\u0130", "\u0131", "\u01c5", "\ufb03", "\u1f88", "\u03a3", "\u0391\u03a3", "\u0391\u03a3\u0391", "\u03a3\u03a3", "a\u03a3.", "\u03a3\u00ad", "\u1e9e", "\U00010400", "\U0001e900", "\u0345", "\u10d0", "\u13a0", "\uab70", "\u0149", "\u1fb7", "\ud801", "x\u0307", "\u2160", "\u24d0", "\u00aa", "\u01f0"):
    print(ascii(text), *map(ascii, (text.upper(), text.lower(), text.title(), text.casefold(), text.swapcase(), text.capitalize())), text.isupper(), text.islower(), text.istitle())
names = "isalpha isdigit isdecimal isnumeric isalnum isspace isidentifier isprintable isascii".split()
for text in ("\u00b2", "\u0664", "\u2167", "\u00bd", "\u4e00", "\u3007", "\U0001d7ce", "\u0e50", "\u2003", "\x1c", "\x85", "\u180e", "\u200b", "\u2028", "\u00ad", "\ue000", "\ufdd0", "\U0010ffff", "\u0378", "\ud800", "\u0300", "_\u0300", "\u2118", "\u212e", "\u309b", "\u00b7", "a\u00b7", "\u1885", "\U00016fe4", "", "\u2f00", "\u200d", "\u0660a"):
    print(ascii(text), [name[2:] for name in names if getattr(text, name)()])
print("strip", [ascii(f"{c}a{c}".strip()) for c in "\u2003\x1f\x85\u180e\ufeff\u3000\u200b"])
print("split", ["a\u2003b\x1cc\x85d\u200be".split(), "a\x1cb\x1dc\x1ed\x85e\u2028f\u2029g\x0bh\x0ci".splitlines(), "a\r\nb\rc\n\nd".splitlines(True)])


class Table:
    def __init__(self, **answers):
        self.answers = answers

    def __getitem__(self, key):
        print("    asked", ascii(chr(key)))
        try:
            return self.answers[chr(key)]
        except KeyError:
            raise LookupError(key) from None


def attempt(text, table):
    try:
        print("  ", ascii(text.translate(table)))
    except Exception as error:
        print("  ", type(error).__name__, ascii(str(error)))


attempt("abcab", Table(a=None, b="long", c=0x1F600))
attempt("ab\u0101b", Table(a="\u0101", b="\ud800"))
attempt("abc", {97: 98, 98: None, 99: "xyz"})
attempt("abc", {"a": "b"})
attempt("abc", ["x"] * 98)
attempt("abc", "x" * 98)
attempt("abc", {97: 1.5})
attempt("abc", {97: -1})
attempt("abc", {97: 0x110000})
attempt("abc", {97: 0x10FFFF, 98: True})
attempt("abc", {97: b"x"})
attempt("abc", None)
attempt("abc", 5)
attempt("a\U0001f600\ud800", {0x1F600: "face", 0xD800: None})
attempt("", Table())
for args in (("ab", "cd"), ("ab", "cd", "ef"), ("ab", "c"), ({"a": 1, 98: "x", "\U0001f600": None},), ({"ab": 1},), ({1.5: 1},), ({-5: 1},), (5,), ("ab",), ("a", "b", 3), ("a", b"b"), ({}, "a"), ("aa", "bc"), ("\U0001f600", "\ud800")):
    try:
        print(ascii(args), ascii(str.maketrans(*args)))
    except Exception as error:
        print(ascii(args), type(error).__name__, error)
text = "a\U0001f600\ud83d\ude00b\u0301"
print(len(text), ascii(text[1]), ascii(text[::-1]), text.find("\ud83d"), text.find("\ude00"), text.count("\U0001f600"), ascii(text.replace("\ud83d\ude00", "X")), text.index("b"), ascii(text[1:3]), "\ud83d\ude00" in "\U0001f600")
print([ascii(x) for x in text.partition("\U0001f600")], ascii(text.center(9, "\U0001f601")), text.startswith("\U0001f600", 1), ascii(text.zfill(8)), ascii("\U0001f600".join("ab")), text < "a\uffff", "\uffff" < "\U00010000", ascii(max("\ud800\uffff\U00010000")))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, ascii(unicodedata.normalize(form, "\u00e9\ufb01\u1e9b\u0323\uac00\u212b\u2126\u0344")), unicodedata.is_normalized(form, "\u00e9"))
print(sys.maxunicode, chr(0x10FFFF) == "\U0010ffff", ascii(chr(0xDC80)), unicodedata.unidata_version, unicodedata.ucd_3_2_0.unidata_version, unicodedata.name("\u1885"), unicodedata.ucd_3_2_0.name("\u1885", "absent"))
