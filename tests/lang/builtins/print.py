# print: separators, ends, files, flush, and objects with odd strings.
import io
import sys

print()
print(1, 2, 3, sep="-", end="!\n")
print("a", "b", sep="")
print(*[], sep="x")
out = io.StringIO()
print("to file", 5, file=out, flush=True)
print(repr(out.getvalue()), file=sys.stdout)
print("x", end="")
print("y", None, [1, "a"], {"k": (1,)}, sep=" | ")
for kwargs in ({"sep": 1}, {"end": 2}, {"bad": 1}, {"file": 5}):
    try:
        print("z", **kwargs)
    except (TypeError, AttributeError) as error:
        print(error)


class S(str):
    def __str__(self):
        return "S.__str__"


print(S("raw"), [S("raw")], f"{S('raw')}", "%s" % S("raw"))


class W:
    def write(self, text):
        sys.stdout.write(f"<{text!r}>")


print("a", 1, file=W())
print()
