"""Arguments of the methods of patterns, and their errors."""
import re

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

pattern = re.compile("a(b)?(?P<n>c)")
show(pattern.match, 1)
show(pattern.match, b"a")
show(re.compile(b"a").match, "a")
show(pattern.match)
show(pattern.match, "a", None)
show(pattern.match, "abc", -5, 2**29)
show(pattern.match, string="abc", pos=0, endpos=True)
show(pattern.match, "abc", 2**70)
show(pattern.fullmatch, "abcd", 0, 3)
show(pattern.search, "zzac", 1, 3)
show(pattern.search, "zzac", 3, 1)
show(pattern.search, "zzac", 9)
show(re.compile("").match, "abc", 3, 1)
show(re.compile("").search, "abc", 3, 1)
show(pattern.sub, "x", "ac", count="1")
show(pattern.split, "xacy", maxsplit=1.5)
show(pattern.findall, "acabc", endpos=3)
show(pattern.sub)
show(pattern.scanner, 5)
show(type(pattern))
show(type(pattern.match("ac")))
show(lambda: pattern.x)
show(lambda: pattern < pattern)
