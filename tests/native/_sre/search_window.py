"""pos and endpos: where the subject seems to begin and end."""
import re

text = "one two three two one"
pattern = re.compile(r"\btwo\b")
print([pattern.search(text, start) and pattern.search(text, start).span() for start in (0, 4, 5, 14, 15)])
print([pattern.search(text, 0, end) and pattern.search(text, 0, end).span() for end in (6, 7, 8)])
start = re.compile("^o"), re.compile(r"\Ao"), re.compile("(?m)^o")
print([[p.match(text, 0) is not None, p.match(text, 18) is not None, p.search(text, 1) is not None] for p in start])
end = re.compile("e$"), re.compile(r"e\Z")
print([[p.search(text) and p.search(text).span(), p.search(text, 0, 3).span(), p.search(text, 0, 13).span()] for p in end])
print(re.compile("(?<=one )two").match(text, 4), re.compile("(?<!one )two").match(text, 4), re.compile("two(?= )").match(text, 4, 7))
match = re.compile("t(.)").search(text, 2, 12)
print(match.pos, match.endpos, match.span(1), match.string is text)
print(re.compile("x*").findall("axb", 1, 2), re.compile("").findall("abc", 1, 2), [m.span() for m in re.compile("").finditer("abc", 2)], re.compile("a").fullmatch("bab", 1, 2))
