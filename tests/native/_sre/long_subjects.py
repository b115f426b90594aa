"""Neither long subjects nor deep backtracking exhaust any stack."""
import re

size = 300_000
print(re.match("(?:a|b)*", "ab" * size).end(), re.match("(?:a|b)*?$", "ab" * size).end(), re.match("(a|b)*c", "ab" * 1000))
print(re.match(r"(?:\w\s?)+", "a " * size).end(), re.fullmatch("(?:(a)(b))*", "ab" * size).regs[1:])
print(len(re.findall("a", "ab" * size)), len(re.sub("a", "xyz", "ab" * size)), len(re.split("b", "ab" * size)))
print(re.search("x", "a" * size), re.search("a*b", "a" * 1000), re.match(".*?b", "a" * size + "b").end(), re.match(".*a", "a" + "b" * size).end())
print(re.match("(?:a{1,3})*b", "a" * 15), re.match("(" * 50 + "a" + ")" * 50, "a").lastindex)
print(re.match(r'"(?:[^"\\]|\\.)*"', '"' + "x\\y" * size + '"').end())
