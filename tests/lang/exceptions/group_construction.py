# Making exception groups: which class comes out, what is refused, nesting, subclasses, subgroup and split with each kind of condition.
def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)
for cls in (ExceptionGroup, BaseExceptionGroup):
    show(lambda: cls("m", [ValueError(1)]))
    show(lambda: cls("m", (ValueError(1), KeyError(2))).exceptions)
    show(lambda: cls("m", [KeyboardInterrupt()]))
    show(lambda: cls("m", []))
    show(lambda: cls("m", [3]))
    show(lambda: cls("m", [ValueError]))
    show(lambda: cls("m", ValueError(1)))
    show(lambda: cls("m", {ValueError(1)}))
    show(lambda: cls(3, [ValueError(1)]))
    show(lambda: cls("m"))
    show(lambda: cls())
    show(lambda: cls("m", [ValueError(1)], 3))
    show(lambda: cls(message="m", exceptions=[ValueError(1)]))
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [TypeError("t"), ValueError(2)])])
print(str(g), g.message, g.args, len(g.exceptions))
for condition in (ValueError, (ValueError, TypeError), TypeError, OSError, lambda e: "2" in str(e), lambda e: isinstance(e, ExceptionGroup), lambda e: True, Exception, ExceptionGroup):
    show(lambda: g.subgroup(condition))
    show(lambda: g.split(condition))
for condition in (3, "ValueError", (ValueError, 3), [ValueError], int, None):
    show(lambda: g.subgroup(condition))
def raising(error):
    raise LookupError("in the condition")
show(lambda: g.split(raising))
class Mine(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self
m = Mine("mine", [ValueError(1), TypeError(2)], 7)
show(lambda: (m.code, type(m.subgroup(ValueError)).__name__, m.subgroup(ValueError)))
class Derives(Mine):
    def derive(self, excs):
        return Derives(self.message, excs, self.code)
d = Derives("d", [ValueError(1), TypeError(2)], 9)
show(lambda: (type(d.split(ValueError)[1]).__name__, d.split(ValueError)[0].code))
class BadDerive(ExceptionGroup):
    def derive(self, excs):
        return 42
show(lambda: BadDerive("b", [ValueError(1), TypeError(2)]).split(ValueError))
show(lambda: setattr(g, "message", "x"))
show(lambda: setattr(g, "exceptions", ()))
both = BaseExceptionGroup("both", [KeyboardInterrupt(), ValueError(1)])
show(lambda: (type(both).__name__, type(both.subgroup(ValueError)).__name__, type(both.subgroup(KeyboardInterrupt)).__name__))
class Both(ExceptionGroup, ValueError):
    pass
show(lambda: (Both("x", [KeyError(1)]), isinstance(Both("x", [KeyError(1)]), ValueError)))
class WrongBase(ExceptionGroup):
    pass
show(lambda: WrongBase("w", [SystemExit(1)]))
