# Case of strings whose characters become several, or depend on their neighbours: sigma, dotted i, ligatures, digraphs.
texts = ["\u03a3", "A\u03a3", "A\u03a3B", "A\u03a3 B", "A.\u03a3", "A\u0301\u03a3", "\u03a3A", "A\u03a3\u0301", "A'\u03a3'", "\u0130", "I\u0307", "\u0131", "\u00df", "\u1e9e", "\ufb01x", "\u01c4\u01c5\u01c6", "\u0149", "\u1f88\u1f80", "\u10d0\u1c90", "\U00010400\U00010428", "\u13a0\uab70", "it's o'neil", "a1b2", "\u0345", "\u2160\u24d0", "\ud800a", "x\u00aay", "\u02b0b"]
for text in texts:
    print(ascii(text), *(ascii(getattr(text, name)()) for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold")))
    print("   ", [getattr(text, name)() for name in ("isupper", "islower", "istitle", "isalpha", "isidentifier", "isprintable")])
for text in ("\u00df", "\ufb01", "\u0130", "\u01c5"):
    print(ascii(text), text.upper() == text.upper().upper(), text.casefold() == text.upper().casefold(), len(text.upper()), len(text.title()))
print(ascii("\u00c5".lower()), "\u212b".lower() == "\u00e5", "\u2126".lower() == "\u03c9", "K" == "\u212a".lower().upper())
for text in ("", " ", "1", "a1", "A1", "Aa Bb", "AA", "Aa bB", "A\u01c5", "\u01c5a", "1A", "a\u0301B"):
    print(repr(text), text.isupper(), text.islower(), text.istitle())
for text in ("\u0660", "\u00b2", "\u00bd", "\u2160", "\u4e00", "1\u0301", "\U0001d7d8", "\u0bf0"):
    print(ascii(text), text.isdecimal(), text.isdigit(), text.isnumeric(), text.isalnum())
