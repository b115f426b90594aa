"""Repeats of repeats, and empty matches inside them."""
import re

for pattern in [r"(a{2}){3}", r"(?:a{1,2}){2}", r"(a*b*)*", r"(?:a|b*)*c", r"(a*?)*?b", r"((a|b)?)*", r"(?:a??)*", r"(|a)+", r"(a|)+", r"(?:(?=a)a|b){2}", r"(?:\b\w+\b\s?){2}", r"(x*)*?$"]:
    print(pattern, [(text, m.regs) for text in ["", "a", "aab", "aaaaaa", "abab", "abc", "xx", "b a"] if (m := re.match(pattern, text))])
for bad in ["a**", "a*?*", "a+++", "(?:a+)++?*", "{1}", "a{1}{2}*+*"]:
    try:
        print(bad, re.compile(bad).pattern)
    except re.error as error:
        print(bad, error)
