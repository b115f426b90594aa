"""Literals, the dot, escapes and simple classes."""
import re

for pattern, text in [
    ("abc", "xabcx"), ("a.c", "a\nc abc"), ("(?s)a.c", "a\nc"), (r"\d+", "ab 123 4"), (r"\D+", "12ab34"),
    (r"\s+", "a \t\n b"), (r"\S+", "  word "), (r"\w+", "--snake_case9--"), (r"\W+", "ab!?cd"),
    (r"\x41\u00e9\t", "A\xe9\t"), (r"\.\*\[", "x.*["), ("[abc]+", "xxcabx"), ("[^abc]+", "abxyc"),
    ("[a-f0-9]+", "zz09afgg"), (r"[\]\-^]+", "a]^-b"), ("[]a]+", "x]a]"), (r"[\d.]+", "v1.2.3"), ("", "abc"),
]:
    match = re.search(pattern, text)
    print(pattern, match and (match.span(), match.group()))
