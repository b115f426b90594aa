"""The LOCALE flag, in the C locale."""
import re

print(re.findall(rb"(?L)\w+", b"ab_1 \xe9"), re.findall(rb"(?Li)[a-c]+", b"aBCd"), re.match(rb"(?Li)x\w", b"Xy"), re.findall(rb"(?L)\b\w", b"ab cd"))
print(re.match(rb"(?Li)(a)\1", b"aA"), re.match(rb"(?Li)[^a]", b"A"), re.findall(rb"(?L)\W", b"a-b"), re.compile(b"a", re.L | re.I))
print(re.sub(rb"(?Li)HELLO", b"bye", b"Hello hello"), re.search(rb"(?Li)z*Z", b"zzZ").group(), re.match(rb"(?L:a)b", b"ab"))
for bad in [lambda: re.compile("a", re.L), lambda: re.compile("(?L)a"), lambda: re.compile(b"a", re.L | re.A)]:
    try:
        print(bad())
    except (ValueError, re.error) as error:
        print(type(error).__name__, error)
