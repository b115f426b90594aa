# Case mappings that change length or depend on the neighbours, casefold, title and the tests of case.
def points(text):
    return " ".join(f"{ord(c):04x}" for c in text)


for text in ["ß", "ẞ", "ŉ", "ǰ", "ΐ", "և", "ﬁ", "ﬃ", "İ", "ı", "ſ", "K", "Å", "ǅ", "ǆ", "Ǆ", "ᾳ", "ᾼ", "ῼ", "ͅ", "µ", "ς", "Σ", "Ꭰ", "ꭰ", "Ა", "ა", "ⓐ", "Ⅷ", "ª", "ʰ", "𐐀", "𞤀", "ﬀ", "ẖ", "ʼn"]:
    print(points(text), "|", *(points(m(text)) + " |" for m in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)))
# Sigma is final after a cased letter with none following; characters that case ignores lie between.
for text in ["ΑΣ", "ΑΣΑ", "Σ", "ΣΑ", "Α.Σ", "ΑΣ.", "ΑΣ.Α", "ΑΣ'", "ΑΣ Α", "Α\u0301Σ", "ΑΣ\u0301", "ΑΣ\u0301Α", "1Σ", "ΑΣΣ", "\U00010400Σ", "ΑΣ\u00adΑ", "ΟΔΥΣΣΕΥΣ ΣΑΣ"]:
    print(ascii(text), ascii(text.lower()), ascii(text.title()), ascii(text.capitalize()), ascii(text.swapcase()), ascii(text.casefold()))
for text in ["they're bill's", "ab1cd", "ﬁn ŉot", "ǆx ǆ", "x_y-z", "İi ıI", "über-ß", "a\u0301b", "ⅷ ⅸ", "1a", "'a", "\u2019a b\u2019c", "áB"]:
    print(ascii(text), ascii(text.title()), ascii(text.capitalize()), text.istitle(), text.title().istitle())
for text in ["ª", "ⅷ", "Ⅷ", "ⓐ", "ǅ", "ʰ", "a1", "A1", "1", "ß", "ǅa", "Aǅ", "\u0345", "𝐀", "𝐚", "AªB", "ABª"]:
    print(ascii(text), text.isupper(), text.islower(), text.istitle(), text.isalpha(), text.isnumeric(), text.isdecimal(), text.isdigit(), text.isalnum())
for text in ["²", "½", "一", "٣", "①", "𝟘", "Ⅻ", "൹", "㊿", "\u3007", "፩", "𐄇"]:
    print(ascii(text), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isalpha(), text.isalnum(), text.isidentifier())
print("STRASSE".casefold() == "straße".casefold(), "İ".lower() == "i\u0307", "ΐ".casefold() == "ΐ".casefold(), len("ﬃ" * 3 + "ΐ"), len(("ﬃ" * 3 + "ΐ").upper()))
