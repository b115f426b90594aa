"""Positions: start, end, lines and word boundaries."""
import re

text = "one\ntwo\n"
for pattern in [r"^", r"$", r"(?m)^", r"(?m)$", r"\A", r"\Z", r"\b", r"\B", r"^\w+$", r"(?m)^\w+$", r"\Aone", r"\Atwo", r"two$", r"two\Z"]:
    print(pattern, [m.span() for m in re.finditer(pattern, text)])
print([m.start() for m in re.finditer(r"\b", "don't stop")], re.findall(r"\b", ""), re.findall(r"\B", ""), re.findall(r"\B", " "))
print(re.findall(rb"\b\w", b"ab cd"), re.findall(r"(?a)\b", "\xe9a"), re.findall(r"\b", "\xe9a"))
pattern = re.compile("^b")
print(pattern.match("ab", 1), pattern.search("ab", 1), re.compile(r"\bb").match("ab", 1), re.compile("(?m)^b").match("a\nb", 2))
print(re.compile("b$").search("abc", 0, 2), re.compile(r"b\b").search("abc", 0, 2), re.compile("(?<=a)b").match("ab", 1))
