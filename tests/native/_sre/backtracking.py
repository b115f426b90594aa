"""Which way the matcher goes, seen in its groups."""
import re

for pattern, text in [
    (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"(a+)(a+)(a*)", "aaaa"), (r"(a+?)(a+?)(a*)", "aaaa"), (r"(a*)*", "aaa"), (r"(a*)+", "b"), (r"(?:(a*)b?)*", "aabab"),
    (r"(?:(\w)(\d)?)*", "a1bc2"), (r"((a)|(b)|(c))*", "cab"), (r"(?:(x)|(y)|z)+?$", "xyz"), (r"(.*)(\d+)(.*)", "ab123cd"), (r"(.*?)(\d+)(.*)", "ab123cd"),
    (r"^(?:(a)|b)*\1$", "abaa"), (r"(a(b)?)+", "aba"), (r"(?:(a)(b)?)+", "aba"), (r"(?:a(?P<x>b)?|c)+", "abcac"), (r"(a?)*?b", "aab"), (r"(?:a|(b)){2,3}", "aba"),
    (r"(\w+)\s+\1", "the the cat"), (r"(x?)*y", "xxy"), (r"((?:ab)?)*c", "ababc"), (r"(?=(\w+))\1:", "abc:"),
]:
    match = re.search(pattern, text)
    print(pattern, match and (match.regs, match.lastindex))
