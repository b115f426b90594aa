# re: matching, groups, substitution, splitting, flags, errors.
import re

log = """2024-01-15 10:32:01 [INFO] server: started on port 8080
2024-01-15 10:32:05 [WARNING] db: slow query (1532ms)
2024-01-16 11:00:00 [ERROR] server: connection from 10.0.0.7 reset
"""
line = re.compile(
    r"""
    ^(?P<date>\d{4}-\d\d-\d\d)\s      # day
    (?P<time>\d\d:\d\d:\d\d)\s
    \[(?P<level>[A-Z]+)\]\s
    (?P<who>\w+):\s(?P<what>.*)$
    """,
    re.VERBOSE | re.MULTILINE,
)
for m in line.finditer(log):
    print(m.groupdict(), m.span(), m.span("level"), m.lastindex, m.lastgroup)
print(line.groups, dict(line.groupindex), line.flags)
print(re.compile("a+", re.I), repr(re.compile(b"x")), re.I | re.M)

m = re.match(r"(\w+) (\w+)(?: (\d+))?", "Isaac Newton, physicist")
print(m, m.group(0), m.group(1, 2), m.groups(), m.groups("none"), m[2], m.start(2), m.end(), m.regs, m.pos, m.endpos)
print(m.expand(r"\2 \1 \g<1>!"))
print(re.fullmatch(r"a|ab", "ab"), re.match("a|ab", "ab").group(), re.search("b", "abc").span(), re.match("b", "abc"))

print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"(?:x)*", "xxa"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"([,;])", "a,b;c"), re.split(r"x*", "axbc"), re.split(",", "a,b,c", maxsplit=1))
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home you@work"), re.subn("a", "b", "banana", count=2))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 20 300"), re.sub("x*", "-", "abxd"), re.sub(r"(a)|b", r"[\1]", "ab"))
print(re.escape("a.b*c[d]\\-e f"), re.sub("a", re.escape("\\n").replace("\\", r"\\"), "bab"))

print(re.search(r"(?<=\$)\d+(?!\d|%)", "cost $45 or 45%").group(), re.search(r"(?<!a)b", "abcb").start())
print(re.findall(r"(?i)hello", "Hello HELLO"), re.findall(r"(?i:h)ello", "Hello HELLO hello"), re.findall(r"(?s).+", "a\nb"), re.findall(r".+", "a\nb"))
print(re.findall(r"<.*?>", "<a><b>"), re.findall(r"<.*>", "<a><b>"), re.match(r"a{2,3}?", "aaaa").group(), re.match(r"a{2,3}", "aaaa").group())
print(re.search(r"(\w+) \1", "this is is it").group(), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi'").group())
print(re.match(r"(a)?b(?(1)c|d)", "abc"), re.match(r"(a)?b(?(1)c|d)", "bd"), re.match(r"(a)?b(?(1)c|d)", "bc"))
print(re.match(r"(?>a+)ab", "aaab"), re.match(r"a++b", "aaab"), re.match(r"(?:ab)*+c", "ababc"))
print(re.findall(r"\bfoo\b", "foo foobar foo"), re.findall(r"\Bo", "foo of"), re.findall(r"^\w", "ab\ncd", re.M), re.findall(r"\w\Z", "ab\ncd\n"), re.findall(r"\w$", "ab\ncd\n"))
print(re.findall(r"[^\W\d_]+", "añb1_ßc"), re.findall(r"\w+", "añb", re.A), re.findall(r"[\u0370-\u03ff]+", "abc αβγ"), re.findall(r"\d", "1٣"))
print(re.findall("straße", "STRASSE straße", re.I), re.match("ſ", "S", re.I), re.match("[k]", "\u212a", re.I), re.search("\U0001f600+", "x\U0001f600\U0001f600").span())
print(re.search(rb"\w+", b"--abc--"), re.sub(rb"(.)", rb"<\1>", b"ab"), re.split(b",", b"a,b"))
print(re.search("a", "bab", ).string, re.compile("b").search("abcb", 2), re.compile("^b").match("ab", 1), re.compile("b$").search("abcb", 0, 2))

scanner = re.Scanner([
    (r"\d+", lambda s, t: ("int", int(t))),
    (r"[a-z]\w*", lambda s, t: ("name", t)),
    (r"[-+*/=]", lambda s, t: ("op", t)),
    (r"\s+", None),
])
print(scanner.scan("x1 = 42 + y !"))

for bad in ["(", ")", "[a", "*a", "a**", "(?P<1>a)", "(?P<n>a)(?P<n>b)", r"\1", "(?P=x)", "a{3,2}", "[z-a]", "(?<=a+)b", r"\q", "(?z)", "\\", "(?P<a", "(?(2)a|b)", "x(?i)"]:
    try:
        print(re.compile(bad))
    except re.error as error:
        print(repr(bad), "->", error, "|", error.msg, error.pos, error.lineno, error.colno)
for action in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("(a)", "a").group(2), lambda: re.match("a", "a").group("n"), lambda: re.sub("(a)", r"\2", "a"), lambda: re.compile(1), lambda: re.compile(re.compile("a"), re.I)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

tokens = re.compile(r"(?P<number>\d+(\.\d*)?)|(?P<id>[A-Za-z_]\w*)|(?P<op>[-+*/()])|(?P<skip>\s+)|(?P<bad>.)")
print([(m.lastgroup, m.group()) for m in tokens.finditer("3.14 * (radius + 2) ?") if m.lastgroup != "skip"])
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), hash(re.compile("a")) == hash(re.compile("a")))
print(re.RegexFlag.IGNORECASE, re.VERBOSE.value, re.NOFLAG, repr(re.A | re.S))
