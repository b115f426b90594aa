"""Patterns over bytes."""
import re

print(re.match(rb"(\w+)\s(\w+)", b"ab cd").groups(), re.sub(rb"\d", lambda m: bytes([m.group()[0] + 1]), b"a1b2"))
print(re.findall(rb"[\x80-\xff]+", b"a\x80\xffb\x90"), re.findall(rb"\w", b"a\xe9_"), re.findall(rb"(?i)[a-c]", b"aBCd"), re.split(rb"\r?\n", b"a\r\nb\nc"))
print(re.search(b"\x00\x01", b"..\x00\x01").start(), re.escape(b"a.b\x00"), re.compile(b"(?P<n>x)").groupindex, re.match(b"(?P<n>x)", b"x")["n"])
for pattern, text in [("a", b"a"), (b"a", "a")]:
    for name in ("match", "search", "findall", "split"):
        try:
            print(getattr(re, name)(pattern, text))
        except TypeError as error:
            print(name, error)
try:
    re.compile(rb"\u0041")
except re.error as error:
    print(error)
try:
    re.sub(b"a", "b", b"a")
except TypeError as error:
    print(error)
print(re.sub(b"a", memoryview(b"xy"), b"banana"), re.subn(b"", b"-", b"ab"), re.findall(b"", b"ab"))
