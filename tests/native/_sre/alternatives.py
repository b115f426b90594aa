"""Alternation tries from left to right; common prefixes change nothing."""
import re

for pattern in ["a|ab|abc", "abc|ab|a", "(?:a|b|c|d)+", "foo|foobar|bar", "(?:ab|a)(?:bc|c)?", "|a", "a|", "(?:|a)b", "x(?:a|b|)y", "[ab]|cd|e", "(a|b)(c|d)|(e)", "\\d+|\\w+", "(?:one|two|three) (?:1|2|3)", "é|è|a"]:
    print(pattern, [(text, m.group(), m.lastindex) for text in ["", "a", "ab", "abc", "foobar", "cd", "e", "xy", "xby", "12a", "two 3", "bd", "b", "è"] if (m := re.match(pattern, text))])
words = ["alpha", "beta", "gamma", "delta"] * 30
big = re.compile("|".join(f"{word}{index}" for index, word in enumerate(words)))
print(big.findall("alpha0 gamma2 delta119 beta5 beta1"), len(big.pattern))
