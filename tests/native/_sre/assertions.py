"""Looking ahead and behind."""
import re

for pattern, text in [
    (r"\w+(?=!)", "one two! three"), (r"\w+(?!!)\b", "one! two"), (r"(?<=\$)\d+", "cost $45"), (r"(?<!\$)\b\d+", "$45 67"),
    (r"(?<=(a))b", "ab"), (r"(?=(a+))a", "aaa"), (r"(?!(a)b)a", "abac"), (r"(?=.*\d)(?=.*[a-z]).{4,}", "--ab1x"),
    (r"(?<=^|,)x", "x,x"), (r"a(?=b(?!c))", "abc abd"), (r"(?<!a)(?<!b)c", "acbccc"), (r"(?=)", "x"), (r"(?!)", "x"), (r"(?<=ab(?=c))c", "abc"),
]:
    try:
        print(pattern, [(m.span(), m.groups()) for m in re.finditer(pattern, text)])
    except re.error as error:
        print(pattern, "error:", error)
try:
    re.compile(r"(?<=a+)b")
except re.error as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.pattern)
