"""split, with groups, empty matches and limits."""
import re

print(re.split(",", "a,b,,c"), re.split("(,)", "a,b"), re.split(r"\s*", " a b "), re.split("x", ""))
print(re.split("(a)|(b)", "1a2b3"), re.split(",", "a,b,c", maxsplit=1), re.split(",", "a,b", 0), re.split(",", "a,b", -1))
print(re.split("", "abc"), re.split(r"\b", "one two"), re.split("(?=b)", "abab"), re.split("$", "a\n"))
print(re.split(b",", b"a,b"), re.split(b"(-)", bytearray(b"a-b")), re.split(b",", memoryview(b"x,y")))
print(re.compile(r"[;,]\s*").split("a; b,c;  d"), re.compile("(x)(y)?").split("axbxyc"))
print(re.split("\U0001f600", "a\U0001f600b\U0001f600"), re.split("[\u2028-\u2030]", "a\u2028b"))
