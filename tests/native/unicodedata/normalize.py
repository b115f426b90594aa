"""unicodedata: the four normal forms."""
import unicodedata

SAMPLES = ["abc", "é", "e\u0301", "ﬁ", "Å", "\u212b", "가", "\u1100\u1161\u11a8", "a\u0323\u0307", "a\u0307\u0323", "①½", "\ufdfa", "\U0001d15e", ""]
for text in SAMPLES:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        result = unicodedata.normalize(form, text)
        print(ascii(text), form, ascii(result), unicodedata.is_normalized(form, text), unicodedata.is_normalized(form, result))
print(ascii(unicodedata.ucd_3_2_0.normalize("NFKC", "ﬁ\u2a74")), unicodedata.ucd_3_2_0.is_normalized("NFC", "e\u0301"))
for args in (("X", "a"), ("NFC", 5), (5, "a"), ("NFC",)):
    try:
        print(unicodedata.normalize(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
