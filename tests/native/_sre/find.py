"""findall and finditer."""
import re

print(re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall("(a)n", "banana"), re.findall("", "ab"), re.findall("a*", "baac"))
print([m.span() for m in re.finditer("a*?", "aa")], [m.span() for m in re.finditer("a|", "ba")], re.findall(r"(?=(\w\w))", "abcd"))
pattern = re.compile("an")
print(pattern.findall("banana", 2), pattern.findall("banana", 0, 3), pattern.findall("banana", -5, 100), list(pattern.finditer("banana", 3)))
print(re.findall(b"[a-c]", b"abcd"), re.findall(b".", memoryview(b"xy")), re.findall(rb"(\w)=(\d)", b"a=1;b=2"))
iterator = re.finditer("a", "aa")
print(type(iterator).__name__, next(iterator), next(iterator), next(iterator, "end"), next(iterator, "end"))
print(re.findall("(?:a|b)+?c", "abcbc"), re.findall("x{2}|y", "xxyx"), re.findall("(?P<a>.)(?P<b>.)", "abcd"))
