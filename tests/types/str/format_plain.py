# Formats of plain fields, over and over, and what is nearly one.


class Shown:
    def __init__(self, name, spec=None):
        self.name = name

    def __format__(self, spec):
        return f"<{self.name}:{spec}>"

    def __str__(self):
        return f"({self.name})"

    def __repr__(self):
        return f"[{self.name}]"


class Text(str):
    pass


def attempt(action):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, error)


values = [1, -7, True, 2**70, 1.5, None, "text", "\U0001f600", "\ud800", Text("sub"), Shown("x"), (1, 2)]
for value in values * 2:
    attempt(lambda: "{}-{}".format(value, 3))
    attempt(lambda: "{{{}}}:{:>5}|".format(value, 3))
    attempt(lambda: "%s/%s" % (value, "end"))
    attempt(lambda: "%d%%: %s" % (value, value))
    attempt(lambda: "%s" % (value,))
    attempt(lambda: "%d" % value)

for arguments in ((), (1,), (1, 2), (1, 2, 3), [1, 2], {"a": 1}, "ab"):
    attempt(lambda: "{} and {}".format(*arguments))
    attempt(lambda: "%s and %s" % arguments)
    attempt(lambda: "no field" % arguments)
    attempt(lambda: "100%%" % arguments)
    attempt(lambda: "%d" % arguments)

for broken in ("{} {", "{} }", "{}{", "{} {:", "%s %", "%s %z", "%", "{} {0}", "{0} {}", "{}{!r}", "{:{}}{}", "{a}{}"):
    attempt(lambda: broken.format(Shown("y"), 5, a=1))
    attempt(lambda: broken % (Shown("y"),))

print(type("{}".format(Text("sub"))).__name__, "{}{}".format(Text("a"), Text("b")), type("%s" % Text("z")).__name__)
print(["{:03d}|{:x}|{!r}".format(i, i, i) for i in range(0, 300, 90)], "{:>3}{:<3}|".format("a", "b"))
print("".join("%d:%s;" % (i, "v" * i) for i in range(300)) == "".join(f"{i}:{'v' * i};" for i in range(300)))
