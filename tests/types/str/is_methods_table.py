# The is* methods over characters chosen from every category, and what they say of mixed and empty texts.
characters = ["a", "A", "0", " ", "_", "\n", "\xaa", "\xb2", "\xbd", "\xdf", "\u01c5", "\u0149", "\u0345", "\u0660", "\u2160", "\u2170", "\u216f", "\u24b6", "\u3007",
              "\u4e00", "\u4e8c", "\ua620", "\U0001d7ce", "\U0001f130", "\U00010400", "\U00010428", "\ud800", "\u0378", "\xad", "\u200d", "\u2028", "\ue000", "\u1d2c", "\u02b0", "\u2460", "\U00020001"]
names = [name for name in dir(str) if name.startswith("is")]
print(names)
for character in characters:
    print(ascii(character), "".join(str(int(getattr(character, name)())) for name in names))
for text in ("", "aB", "Ab", "Ab Cd", "AB C", "ab c", "1a", "a1", "A\u01c5", "\u01c5a", "a\u0345", "They'Re", "A1B", "a_b", "class", "1e5", "\u0660\u0661", "\xb2\xb2",
             "a\ud800", "\ud800", "tab\t", "\x7f", "\u2160\u2170", "\u1e9e", "\u01f0", "ab\n"):
    print(ascii(text), [name[2:] for name in names if getattr(text, name)()])
