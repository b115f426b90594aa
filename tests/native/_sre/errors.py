"""Errors of the pattern parser."""
import re

for pattern in ["(", ")", "a)", "[", "[a", "[b-a]", "*", "a**", "a{2,1}", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "(?P=x)", "(?P<x", "(?<x>a)", "(?z)", "\\", "\\8", "(?(2)a)", "(?(x)a)",
                "(?:", "(?#", "a{99999999999}", "\\x1", "\\u12", "\\N{nope}", "(?<=a*)b", "(?i", "(?-)", "a(?i)b", "[\\z]", "\\z", "(?P>x)", "(a\\1)", "+a", "?", "a???"]:
    try:
        print(pattern, re.compile(pattern).groups)
    except re.error as error:
        print(pattern, "->", error, error.pos)
    except OverflowError as error:
        print(pattern, "->", type(error).__name__, error)
