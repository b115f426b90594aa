"""Verbose patterns and comments in patterns."""
import re

pattern = re.compile(r"""
    (?P<sign> [-+] )?      # a sign
    (?P<whole> \d+ )       # digits
    (?: \. (?P<part> \d* ) )?   # [fraction]
    \ ?  [ #%]?             # an escaped space, then a space or # in a set
""", re.VERBOSE)
for text in ["12", "-3.25", "+7.", "5 #", "x"]:
    match = pattern.match(text)
    print(repr(text), match and (match.groupdict(), match.end()))
print(re.findall("a(?#comment)b", "ab"), re.findall("(?x) a b # c", "ab"), re.findall("(?x: a ) b", "a b"), re.match("(?x)[ ]a", " a"))
print(re.compile("a # no comment").pattern, re.compile(r"(?x)\#").findall("#"))
