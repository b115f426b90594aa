"""Templates for bytes and text; functions are called with each match in order."""
import re

calls = []


def replace(match):
    calls.append((match.group(), match.span()))
    return match.group().swapcase() if len(calls) % 2 else match.group()


print(re.sub(r"[a-z]", replace, "abcde"), calls)
print(re.sub(r"(?P<word>\w+)", r"{\g<word>}", "one two"), re.sub(rb"(\w)(\d)", rb"\2\1", b"a1b2"))
print(re.sub("(.)", r"\1\1", "ab"), re.sub("(.)", r"\g<1>0", "ab"), re.sub("a", r"\x", "a") if False else "-")
print(re.sub("(a)(b)?", r"[\1|\2]", "aab"), re.sub("a", r"\060\07", "a").encode(), re.sub("a", "\\\\", "a"))
print(re.sub("a", "", "banana"), re.sub("^", "> ", "a\nb", flags=re.M), re.sub(r"\b", "|", "ab cd"), re.sub("$", "!", "x\n"))
print(re.escape("a.b*c[d]\n-_ \u00e9"), re.escape(b"1+1"), re.sub("x", re.escape("\\1").replace("\\", "\\\\"), "x"))
try:
    re.sub("(?P<a>x)", r"\g<b>", "x")
except IndexError as error:
    print(error)
def fail(match):
    raise KeyError(match.group())
try:
    re.sub("b", fail, "abc")
except KeyError as error:
    print(repr(error))
