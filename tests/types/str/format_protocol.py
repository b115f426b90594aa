# __format__: who is asked, what must come back, object's refusal of a specification, and f-strings' conversions.
class Loud:
    def __format__(self, spec):
        return f"Loud({spec!r})"


class Wrong:
    def __format__(self, spec):
        return 5


class Plain:
    def __str__(self):
        return "plain"

    def __repr__(self):
        return "<Plain é>"


class Text(str):
    def __format__(self, spec):
        return Text("sub:" + str.__format__(self, spec))


def show(name, function):
    try:
        value = function()
        print(name, repr(value), type(value).__name__)
    except Exception as error:
        print(name, type(error).__name__, error)


show("empty", lambda: format(Loud()))
show("spec", lambda: format(Loud(), "abc"))
show("f", lambda: f"{Loud()}{Loud():x}{Loud()!r:.4}")
show("wrong", lambda: format(Wrong()))
show("wrong f", lambda: f"{Wrong()}")
show("wrong format", lambda: "{}".format(Wrong()))
show("plain", lambda: format(Plain()))
show("plain spec", lambda: format(Plain(), "5"))
show("plain f spec", lambda: f"{Plain():>9}")
show("plain !s", lambda: f"{Plain()!s:>9}|{Plain()!r:>12}|{Plain()!a:>15}")
show("Text", lambda: format(Text("x"), ">3"))
show("Text f", lambda: f"{Text('x')}")
show("Text join", lambda: "{}".format(Text("x")))
show("spec type", lambda: format(1, 5))
show("spec bytes", lambda: format("x", b"5"))
show("spec None", lambda: format(1, None))
show("subclass spec", lambda: format(Loud(), Text("s")))
show("none", lambda: format(None, "5"))
show("none empty", lambda: format(None))
show("list", lambda: format([], ">5"))
show("class", lambda: format(Plain, ".3"))
show("ellipsis", lambda: f"{...!r:>10}")
show("bytes", lambda: format(b"x", "5"))
show("type bytes", lambda: f"{b'x'}{'x'!r:5}{5!r:>3}{None}{True:5}{True}")
show("object", lambda: object.__format__(5, ""))
show("object spec", lambda: object.__format__(5, "x"))
show("str on int", lambda: str.__format__(5, ""))
show("instance attribute", lambda: setattr(plain := Plain(), "__format__", lambda spec: "instance") or format(plain))
show("missing", lambda: type("M", (), {"__format__": None})().__format__)
show("None format", lambda: format(type("M", (), {"__format__": None})(), ""))
show("not str", lambda: str(type("S", (), {"__str__": lambda self: 5})()))
show("not str repr", lambda: repr(type("S", (), {"__repr__": lambda self: b"x"})()))
show("not str f", lambda: f"{type('S', (), {'__str__': lambda self: None})()}")
show("str sub", lambda: str(type("S", (), {"__str__": lambda self: Text("t")})()))
show("repr sub", lambda: repr(type("S", (), {"__repr__": lambda self: Text("t")})()))
show("f sub", lambda: f"{type('S', (), {'__str__': lambda self: Text('t')})()}")
show("ascii sub", lambda: ascii(type("S", (), {"__repr__": lambda self: Text("té")})()))
show("bytes wrong", lambda: bytes(type("B", (), {"__bytes__": lambda self: "x"})()))
show("str bytes", lambda: str(b"x", "ascii") + str(object=b"\xff", errors="replace") + str(b"y", encoding="utf-8"))
show("str bad", lambda: str("x", "ascii"))
show("str bad 2", lambda: str(5, errors="strict"))
show("bool", lambda: f"{True:d} {True:>6} {True!s:>6} {False:.1f}")
show("nested", lambda: f"{'x':{'*'}^{2 + 3}}{3.14159:{1}{'0'}.{2}f}")
