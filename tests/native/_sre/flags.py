"""Flags, their reprs and where they come from."""
import re

for flags in [0, re.I, re.M | re.S, re.X | re.A, re.U, re.I | re.M | re.S | re.X]:
    print(re.compile("a", flags), re.compile("a", flags).flags)
print(re.compile(b"a"), re.compile(b"a").flags, re.compile(b"a", re.L), re.compile("(?ims)a"), re.compile("(?x) a  # note"))
print(re.compile("a" * 300), re.match("x*", "x" * 90))
print(re.findall(r"""
    (\d+)   # a number
    \s*
    ([a-z#]+)  # a unit [really]
""", "12 kg 3m 4#", re.X))
print(re.findall("a.b", "a\nb"), re.findall("a.b", "a\nb", re.S), re.findall("(?s:a.)b", "a\nb"), re.findall("(?s:a.)(?-s:.)", "a\nb"))
for bad in [("a", re.L), ("a", re.A | re.U), (b"a", re.U)]:
    try:
        print(re.compile(*bad))
    except ValueError as error:
        print(error)
