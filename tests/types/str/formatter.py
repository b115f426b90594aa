"""str.format: fields of all kinds, nested specifications, string.Formatter."""
import string


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f"({self.x}, {self.y})|{spec}"

    def __getitem__(self, key):
        return f"item {key!r}"


p = Point(1, 2)
print("{0.x} {0.y} {0} {0:spec}".format(p))
print("{0[a]} {0[5]} {0[-1]} {0[a b.c]}".format(p))
print("{p.x:{width}} {p:{p.y}}".format(p=p, width=5))
print("{0:{1}{2}{3}} {0!r:>{2}}".format("a", "*^", 7, ""))
print("{} {} {}".format(*range(3)), "{:>{}} {}".format("a", 4, "b"))
print("{a[key]} {a[0]}".format(a={"key": "v", 0: "zero"}))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{known} {unknown}".format_map(Default(known=1)))
formatter = string.Formatter()
print(formatter.format("{0} {name!r:>6} {1[0]}", "a", [5], name="x"))
print(list(formatter.parse("a{b!r:c}{{d}}{e.f[0]}")))
print(formatter.vformat("{} {}", (1, 2), {}), formatter.get_field("0.real", (5,), {}))
print(string.Template("$who likes ${what} $$5").substitute(who="tim", what="kung pao"))
for bad in ("{", "}", "{0!}", "{0!q}", "{0.}", "{0[}", "{0[]}", "{0]}", "{a{b}}", "{0:{1:{2}}}", "{} {0}", "{0[a}"):
    try:
        print(bad.format(1, 2, 3))
    except Exception as error:
        print(bad, type(error).__name__, error)
