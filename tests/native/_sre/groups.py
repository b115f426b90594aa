"""Groups: numbers, names, references and what is not taken part in."""
import re

match = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?", "2024-05 rest")
print(match.group(), match.group(0, 1, "month", "day"))
print(match.groups(), match.groups("?"), match.groupdict(), match.groupdict("none"))
print(match["year"], match[2], match.start("year"), match.end(2), match.span("day"), match.span())
print(match.lastindex, match.lastgroup, match.regs)
print(match.pos, match.endpos, match.string, match.re.pattern, match.re.groups, dict(match.re.groupindex))
for pattern, text in [(r"(a)(b)?(c)?", "ac"), (r"((a)(b))", "ab"), (r"(a)|(b)", "b"), (r"((a)|b)*", "aba"), (r"(?:(a)|(b))*", "ab"),
                      (r"(.)\1", "abccd"), (r"(?P<q>['\"]).*?(?P=q)", "say 'it' now"), (r"(a)?\1", "b"), (r"(?:(a)|b)\1", "b")]:
    match = re.search(pattern, text)
    print(pattern, match and (match.group(), match.groups(), match.lastindex, match.lastgroup))
