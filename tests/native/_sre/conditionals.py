"""Conditional groups and backtracking through them."""
import re

quoted = re.compile(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)")
for text in ["<user@host.com>", "user@host.com", "<user@host.com", "user@host.com>"]:
    print(text, quoted.match(text) and quoted.match(text).groups())
for pattern in [r"(a)?(?(1)b|c)", r"(a)?b(?(1)c)", r"(?P<x>a)?(?(x)b|c)d", r"(?:(a)|(b))(?(1)x|y)(?(2)z)", r"(a)?(?(1)|c)"]:
    print(pattern, [(text, m.groups()) for text in ["ab", "c", "bc", "abc", "abd", "cd", "ax", "byz", "axz", ""] if (m := re.fullmatch(pattern, text))])
