"""Astral characters, surrogates and Unicode categories."""
import re

text = "a\U0001f600b\U0001f601\ud800c"
print(re.findall(".", text) == list(text), [m.span() for m in re.finditer("[\U0001f600-\U0001f64f]", text)])
print(ascii(re.sub("\U0001f600", "\U0001f601", text)), ascii(re.split("\ud800", text)), ascii(re.search("[\ud800-\udfff]", text)))
print(re.search("c", text).start(), re.compile("b").search(text, 2).span(), ascii(re.match("(.)(.)", text).groups()))
print(ascii(re.findall(r"\w", "a\xe9\u4e2d\u0663\u2167_\xb2!")), ascii(re.findall(r"(?a)\w", "a\xe9_\u0663")))
print(ascii(re.findall(r"\d", "1\u0663\xb2\uff15")), ascii(re.findall(r"(?a)\d", "1\u0663")), ascii(re.findall(r"\s", " \t\x1c\x85\xa0\u2003\u200b")), ascii(re.findall(r"(?a)\s", " \t\x1c\xa0")))
print(re.findall("[\u4e00-\u9fff]+", "abc\u4e2d\u6587def\u5b57") == ["\u4e2d\u6587", "\u5b57"], re.findall("[^\u4e00-\u9fff]+", "abc\u4e2ddef"))
print(re.match(r"[\w\U0001f600]+", "ab\U0001f600!").end(), re.fullmatch(r"[^\W\d_]+", "h\xe9llo") is not None)
print(ascii(re.sub(r"(?P<e>[\U0001f600])", r"<\g<e>>", "x\U0001f600")), re.escape("\U0001f600.") == "\U0001f600\\.")
