"""str: subclasses; which methods give a plain str."""


class Str(str):
    def __repr__(self):
        return f"Str({str.__repr__(self)})"


class Loud(str):
    def __str__(self):
        return self.upper() + "!"

    def __format__(self, spec):
        return f"<{spec}>"


s = Str("abc")
print(s, repr(s), [s], str(s), type(str(s)).__name__)
for value in (s.upper(), s[:], s[0:1], s[0], s + "", "" + s, s * 1, s.strip(), s.replace("x", "y"), s.center(2)):
    print(type(value).__name__, value)
for value in (s.partition("x")[0], s.partition("b")[0], s.split("x")[0], "".join([s]), "%s" % s, f"{s}", s.format()):
    print(type(value).__name__, value)
print(s == "abc", hash(s) == hash("abc"), {"abc": 1}[s], s in ("abc",), "b" in s)
loud = Loud("hi")
print(loud, f"{loud}", f"{loud!s}", f"{loud!r}", "%s" % loud, "{:x}".format(loud), str.__str__(loud))
print(Str(5), Str(b"abc", "ascii"), Str(), type(Str(5)).__name__)
print(Str("\U0001f600a")[0], len(Str("\U0001f600a")), Str("\U0001f600").encode())
s.attribute = 5
print(s.attribute, vars(s))
print(getattr(s, Str("upper"))(), {Str("k"): 1}, isinstance(s, str))
