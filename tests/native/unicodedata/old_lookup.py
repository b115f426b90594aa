"""lookup in the database of Unicode 3.2: neither aliases nor sequences of characters, nor what came later."""
from unicodedata import lookup, name, ucd_3_2_0

for text in ["LATIN SMALL LETTER A", "latin small letter oi", "LATIN CAPITAL LETTER GHA", "LATIN CAPITAL LETTER OI", "LAO LETTER FO FON", "YI SYLLABLE ITERATION MARK", "NULL", "NEW LINE", "BELL",
             "KEYCAP DIGIT ONE", "GRINNING FACE", "HANGUL SYLLABLE GA", "CJK UNIFIED IDEOGRAPH-4E2D", "CJK UNIFIED IDEOGRAPH-2B740", "EURO SIGN", "TURKISH LIRA SIGN", "nothing"]:
    for find in (lookup, ucd_3_2_0.lookup):
        try:
            print(ascii(find(text)), end=" ")
        except KeyError as error:
            print(error, end=" ")
    print(text)
print([ucd_3_2_0.name(char, None) for char in "\u01a2\u20ba\U0001f600\ua015"], [name(char, None) for char in "\u01a2\u20ba\U0001f600\ua015"])
