"""Greedy, lazy and possessive repeats."""
import re

for pattern in ["a*", "a+", "a?", "a{2}", "a{2,}", "a{,2}", "a{1,3}", "a*?", "a+?", "a??", "a{2,4}?", "a*+", "a++", "a?+",
                "a{2,3}+", "(?:ab)*", "(?:ab)+?", "(?:ab){2}", "(?:ab){1,2}+", "(a|b)*", "(a|b)*?$", "(?:a|ab)*c", "(?:)*", "(?:a*)*", "(?:a?)+b"]:
    for text in ["", "a", "aaaaa", "ababab", "aabc", "abac"]:
        match = re.match(pattern, text)
        print(pattern, repr(text), match and (match.span(), match.groups()))
