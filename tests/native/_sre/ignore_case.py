"""Matching without regard to case, in ASCII and in Unicode."""
import re

for pattern, text in [("abc", "xABCx"), ("[a-c]+", "ABCD"), ("[^a-c]+", "ABCD"), ("STRASSE", "strasse"), ("\xdf", "\u1e9e"), ("k", "\u212a"), ("s", "\u017f"),
                      ("\u03c3", "\u03c2\u03a3"), ("i", "I\u0130\u0131"), ("\xe9", "\xc9"), ("[\xe0-\xfe]+", "\xc9\xc8"), ("(a)\\1", "aA"), ("\U0001043c", "\U00010414"),
                      ("[\U00010428-\U0001044f]+", "\U00010400"), ("[^x]", "X"), ("\ufb05", "\ufb06"), ("\u0390", "\u1fd3")]:
    print(ascii(pattern), ascii(re.findall(pattern, text, re.I)), ascii(re.findall(pattern, text, re.I | re.A)))
print(re.findall(b"[a-z]+", b"aBc\xe9", re.I), re.findall(b"\xe9", b"\xe9\xc9", re.I), re.findall(b"(?L)[a-z]+", b"Ab", re.I))
print(re.match("(?i:a)b", "Ab"), re.match("(?i:a)b", "AB"), re.match("(?-i:a)b", "aB", re.I), re.match("(?-i:a)b", "AB", re.I))
print(re.sub("(?i)python", lambda m: m.group().upper(), "Python PYTHON python"))
