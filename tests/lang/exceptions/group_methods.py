# ExceptionGroup: construction and its refusals, derive, split, subgroup with types and functions, notes and attributes kept.
import traceback


def show(name, function):
    try:
        print(name, "=", repr(function()))
    except Exception as error:
        print(name, "->", type(error).__name__, error)


V, T, K = ValueError("v"), TypeError("t"), KeyboardInterrupt("k")
for args in [(), ("m",), ("m", []), ("m", [5]), ("m", [V, 5]), ("m", 5), ("m", {V}), ("m", (V,)), ("m", [V], 1), ("m", [K]), ("m", [ValueError])]:
    show(f"ExceptionGroup{args}", lambda: ExceptionGroup(*args))
show("base of exceptions", lambda: type(BaseExceptionGroup("m", [V, T])).__name__)
show("base of base", lambda: type(BaseExceptionGroup("m", [V, K])).__name__)
show("iterator", lambda: ExceptionGroup("m", iter([V])))


class Own(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        made = super().__new__(cls, message, excs)
        made.code = code
        return made

    def derive(self, excs):
        return Own(self.message, excs, self.code + 1)


class Plain(ExceptionGroup):
    pass


class BaseOwn(BaseExceptionGroup):
    pass


class Strange(ExceptionGroup):
    def derive(self, excs):
        return "not a group"


class Num(ExceptionGroup, ValueError):
    pass


show("BaseOwn", lambda: type(BaseOwn("m", [V])).__name__)
show("BaseOwn base", lambda: type(BaseOwn("m", [K])).__name__)
show("Own base", lambda: Own("m", [K]))
show("Num", lambda: isinstance(Num("m", [V]), ValueError))
own = Own("own", [V, Own("inner", [T, OSError("o")], 10)], 5)
own.add_note("a note")
own.__cause__ = KeyError("cause")
for condition in (ValueError, (TypeError, OSError), Own, lambda e: isinstance(e, OSError), lambda e: False, lambda e: True, lambda e: e is own, Exception):
    match, rest = own.split(condition)
    name = getattr(condition, "__name__", condition)
    for part in (match, rest):
        if part is None:
            print(name, None)
        else:
            print(name, repr(part), part is own, part.code, part.__notes__, repr(part.__cause__), part.__notes__ is own.__notes__)
    sub = own.subgroup(condition)
    print("  ", sub is own, repr(sub))
for condition in (5, "x", (ValueError, 5), [ValueError], None, int, ()):
    show(f"split {condition}", lambda: own.split(condition))
    show(f"subgroup {condition}", lambda: own.subgroup(condition))
show("strange", lambda: Strange("s", [V, T]).split(ValueError))
show("plain", lambda: [type(p).__name__ for p in Plain("p", [V, T]).split(ValueError)])
show("derive", lambda: Plain("p", [V]).derive([T]))
show("derive base", lambda: type(BaseExceptionGroup("p", [K]).derive([T])).__name__)
show("failing predicate", lambda: own.split(lambda e: 1 / 0))
show("truthy", lambda: own.subgroup(lambda e: "yes" if isinstance(e, TypeError) else ""))
for name, value in [("message", "x"), ("exceptions", ()), ("args", (1,)), ("extra", 1)]:
    show("set " + name, lambda: setattr(own, name, value) or getattr(own, name))
print(str(own), own.args, own.message, len(own.exceptions), str(ExceptionGroup("one", [V])), str(ExceptionGroup("", [V, T])))
print(ExceptionGroup[int], own.__class__.__mro__[1:4], hasattr(own, "__iter__"))
listed = [V]
group = ExceptionGroup("list", listed)
listed.append(T)
print(group.exceptions, group)
deep = V
for n in range(3):
    deep = ExceptionGroup(f"level {n}", [deep, TypeError(n)])
print("".join(traceback.format_exception(deep)))
print("".join(traceback.format_exception_only(deep)))
wide = ExceptionGroup("wide", [ValueError(n) for n in range(20)])
print("".join(traceback.format_exception(wide)))
very = V
for n in range(15):
    very = ExceptionGroup(f"d{n}", [very])
print("".join(traceback.format_exception(very)))
noted = ExceptionGroup("noted", [ValueError("x")])
noted.add_note("group note\nsecond line")
noted.exceptions[0].add_note("leaf note")
noted.exceptions[0].__cause__ = KeyError("cause")
print("".join(traceback.format_exception(noted)))
