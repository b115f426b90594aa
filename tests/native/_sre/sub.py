"""sub and subn with text, templates and functions."""
import re

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

show(re.sub, "a", "b", "banana")
show(re.sub, "a", "b", "banana", count=2)
show(re.subn, "a", "b", "banana")
show(re.sub, "", "-", "abc")
show(re.sub, "x*", "-", "abxd")
show(re.sub, "b*", "<>", "abbbc")
show(re.sub, r"(\w)(\w)", r"\2\1", "abcd")
show(re.sub, r"(?P<first>\w)(\w)", r"[\g<first>\g<2>\g<0>]", "abcd")
show(re.sub, r"(a)|(b)", r"<\1\2>", "abc")
show(re.sub, "a", r"\n\t\\", "a")
show(re.sub, r"\d+", lambda m: str(int(m.group()) * 2), "a1 b22")
show(re.sub, "a", lambda m: "", "banana")
show(re.sub, "a", str, "b")
show(re.sub, "a", lambda m: 5, "a")
show(re.sub, "a", r"\q", "a")
show(re.sub, "a", r"\1", "a")
show(re.sub, "a", r"\g<x>", "a")
show(re.sub, "a", r"\g<1", "a")
show(re.sub, "a", b"b", "a")
show(re.sub, b"a", b"x\\0", b"banana")
show(re.sub, b"(a)", rb"<\1>", bytearray(b"banana"))
show(re.sub, "a", "b", b"a")
show(re.sub, "a", 1, "a")
show(re.subn, "z", "y", "abc")
