# getattr, setattr, hasattr, dir, vars, type, callable, format, iter, next with odd arguments; __dir__ results; str subclasses as names.
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
class S(str):
    def __eq__(self, other): return str.__eq__(self, other)
    __hash__ = str.__hash__
class C:
    x = 1
    def __init__(self): self.y = 2
c = C()
show(lambda: (getattr(c, S("x")), getattr(c, "z", "default"), getattr(c, "z", None), hasattr(c, S("y")), getattr(int, "real").__name__))
show(lambda: (setattr(c, S("w"), 5), c.__dict__))
for args in ((), (c,), (c, 3), (c, b"x"), (c, "x", 1, 2), (c, None)):
    show(lambda: ascii(getattr(*args)))
show(lambda: ascii(getattr(c, "\ud800", "default")))
show(lambda: hasattr(c))
show(lambda: hasattr(c, 1))
show(lambda: delattr(c, "x"))
class Raises:
    def __getattr__(self, name): raise {"a": AttributeError, "v": ValueError, "k": KeyboardInterrupt}[name[0]](name)
show(lambda: hasattr(Raises(), "a1"))
show(lambda: hasattr(Raises(), "v1"))
show(lambda: getattr(Raises(), "v1", "default"))
for result in (["b", "a"], ("z", "y"), {"k": 1}, "text", 3, None, [3, 1], [1, "a"], iter("ba")):
    D = type("D", (), {"__dir__": lambda self: result})
    show(lambda: dir(D()))
class NoneDir: __dir__ = None
show(lambda: dir(NoneDir()))
class BadClass:
    __class__ = property(lambda self: 1 / 0)
show(lambda: dir(BadClass()))
show(lambda: "x" in dir(c) and "__init__" in dir(c))
show(lambda: dir(1, 2))
show(lambda: [n for n in dir(type("E", (C,), {"q": 1})) if not n.startswith("_")])
class BadDict:
    __dict__ = 3
show(lambda: vars(BadDict()))
show(lambda: vars(3))
show(lambda: vars(c, c))
show(lambda: sorted(k for k in vars(C) if not k.startswith("_")))
class Slotted: __slots__ = ("s",)
show(lambda: vars(Slotted()))
show(lambda: [n for n in dir(Slotted()) if not n.startswith("_")])
show(lambda: (type(c) is C, type(3).__name__, type(type), type(None)))
show(lambda: iter(3, 4))
show(lambda: iter([], None))
show(lambda: next([1]))
show(lambda: format(3, 4))
show(lambda: format(c, "x"))
show(lambda: format())
show(lambda: isinstance(c, C, 1))
show(lambda: globals(1))
show(lambda: locals(1))
show(lambda: input("", "") if False else id(c) == id(c))
show(lambda: (repr(c).startswith("<__main__.C object at 0x"), str(C), C.__name__, ascii("\xe9"), repr("\xe9")))
