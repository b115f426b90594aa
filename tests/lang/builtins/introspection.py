# type, isinstance, issubclass, getattr, hasattr, callable, vars, dir, id, hash.
class A:
    x = 1

    def m(self):
        pass


class B(A):
    pass


b = B()
b.y = 2
print(type(b).__name__, type(type(b)), isinstance(b, A), isinstance(b, (int, A)), isinstance(1, int | str), issubclass(B, (A, int)))
print(getattr(b, "x"), getattr(b, "zz", None), hasattr(b, "m"), hasattr(b, "zz"), callable(b.m), callable(b))
print(vars(b), sorted(n for n in dir(b) if n[0] != "_"), id(b) == id(b), hash(1) == hash(1.0) == hash(True))
setattr(b, "z", 3)
delattr(b, "y")
print(vars(b))
for action in (lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: vars(5), lambda: getattr(b, "nope"),
               lambda: hash([]), lambda: setattr(5, "x", 1), lambda: isinstance(1, (int, "x")), lambda: isinstance("", (int, "x"))):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
T = type("T", (A,), {"extra": lambda self: "made"})
print(T().extra(), T.__name__, T.__bases__, T.__module__)
print(repr(A.m).startswith("<function A.m at 0x"), repr(b.m).split(" of ")[0], repr(len), repr(int), repr(A), repr("".join).split(" at ")[0])
