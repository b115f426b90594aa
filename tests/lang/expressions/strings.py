# String literals: prefixes, escapes, implicit joining, and text beyond ASCII.
print("a" 'b' """c""")
print("tab\tnew\\n \x41 \u00e9 \U0001f600 \N{BULLET} \101 \0".encode("unicode_escape"))
print(r"raw\n\t", rb"\x00", b"\x00\xff", "\
joined")
print('it\'s', "say \"hi\"", '''tri'ple"''')
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr("\n\t\x7f\xa0é\u200b😀"))
print(ascii("é😀"), len("😀"), "😀x"[1], "😀"[0] == "\U0001f600")
print("abc" * 3, 2 * "-", "x" * -1, "a" + "b" < "ac")
print("é".encode(), "é".encode("latin-1"), b"caf\xc3\xa9".decode())
for i, c in enumerate("añ😀"):
    print(i, c, ord(c), chr(ord(c)) == c)
print("Straße".upper(), "İ".lower().encode(), "ß".casefold(), "ǆ".title())
