# string: constants, templates, formatters, and the format mini-language.
import string
from string import Formatter, Template

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("the  quick brown"), string.capwords("a-b-c", "-"))
t = Template("$who owes ${what}s $$5 to $who")
print(t.substitute(who="Tim", what="kg"), t.safe_substitute(who="Al"), t.get_identifiers(), t.is_valid(), Template("$ bad").is_valid())
for action in (lambda: t.substitute(who="x"), lambda: Template("line\n $ x").substitute(), lambda: "{} {1}".format(1, 2), lambda: "{a}".format(), lambda: "{0".format(1), lambda: "}".format(1), lambda: "{!z}".format(1), lambda: "{:d}".format("x"), lambda: "{:,s}".format("x"), lambda: "{0.x}".format(1), lambda: "{0[5]}".format([1]), lambda: "{:.2d}".format(3), lambda: "%d" % "x", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "%(a)s" % {}, lambda: "%z" % 1, lambda: format(3, "-^10q")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %notthis %%").safe_substitute(a_b=1))


class Gentle(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}?>")
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return value[::-1] if spec == "rev" else super().format_field(value, spec)


print(Gentle().format("{0} {x} {y} {0!u} {0:rev} {1:>5}", "abc", 3, x=1), list(Formatter().parse("a{b!r:c}{{}}{0.x[1]:{w}}")))
print(Formatter().vformat("{0[k]} {0[k][1]} {n.real}", [{"k": "vw"}], {"n": 3}))

print("{0} {1} {0} {name!r:>6}".format("a", "b", name="c"), "{:{w}.{p}f}|{:<5}|{:^5}|{:*>5}".format(3.14159, 1, 2, 3, w=8, p=2))
print(f"{1234567:,} {1234567:_} {255:#x} {255:#X} {255:#b} {255:08b} {-5:+} {5: } {5:+d} {65:c} {1e10:g} {0.1:e} {0.25:.0%} {1e6:,.2f} {12:=+6d} {True:d} {3:n}")
print(f"{2**70:x} {0xff_ff:_x} {1.0} {1e16} {1e-5} {float('nan'):5} {-0.0:z.1f} {1+2j:.1f} {'abc':.2} {'abc':>5.1} {None!s:>6} {[1]!r:<5}| {'é':a>3}")
print("%s %r %a %d %5.2f %-5s| %05d %x %X %o %e %g %c %c %% %+d % d %#x %*d %.3s %i %(k)s" .replace(" %(k)s", "") % ("s", "r", "é", 42, 3.14159, "ab", 42, 255, 255, 8, 12345.678, 0.0001, "c", 99, 5, 5, 255, 6, 7, "abcdef", 9))
print("%(name)s is %(age)03d" % {"name": "Al", "age": 7}, b"%s %d %r" % (b"x", 3, "é"))
for n in (1, 12.5, 123456789.123456789, 1e100, 1.5e-7):
    print([format(n, spec) for spec in ("", "g", ".3g", "e", ".1f", "10.3e", "<10g", "^+12.2f", "012.1f", ",.3f", "#.3g", "%")])

for name in ("digits", "hexdigits", "octdigits", "punctuation", "whitespace", "ascii_lowercase"):
    print(name, repr(getattr(string, name)))
print(string.capwords("one two  three"), string.capwords("a-b-c", "-"))
