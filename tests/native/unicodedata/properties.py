"""unicodedata: properties of characters, names, numbers; the database of Unicode 3.2."""
import unicodedata
from unicodedata import ucd_3_2_0

FUNCTIONS = "category bidirectional combining mirrored east_asian_width decomposition".split()
for char in "aZ5 (é中½²\u0301\u05d0\u0660\u2028\ufb01\U0001f600\U00010400\ud800\u0378\uac00":
    row = [getattr(unicodedata, name)(char) for name in FUNCTIONS]
    row += [getattr(unicodedata, name)(char, None) for name in ("decimal", "digit", "numeric", "name")]
    print(ascii(char), *row)
    print("  3.2:", *(getattr(ucd_3_2_0, name)(char) for name in FUNCTIONS), ucd_3_2_0.name(char, None))
print(unicodedata.unidata_version, ucd_3_2_0.unidata_version, type(ucd_3_2_0))
for name in ("LATIN SMALL LETTER A", "greek small letter alpha", "HANGUL SYLLABLE GA", "CJK UNIFIED IDEOGRAPH-4E2D", "GRINNING FACE", "KEYCAP DIGIT ONE", "NULL", "nothing"):
    try:
        print(name, ascii(unicodedata.lookup(name)))
    except KeyError as error:
        print("KeyError:", error)
for call in (
    lambda: unicodedata.name("ab"),
    lambda: unicodedata.name(5),
    lambda: unicodedata.name("\0"),
    lambda: unicodedata.category(""),
    lambda: unicodedata.decimal("a"),
    lambda: unicodedata.digit("a"),
    lambda: unicodedata.numeric("a"),
    lambda: unicodedata.UCD(),
    lambda: unicodedata.lookup("x" * 300),
):
    try:
        print(call())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
