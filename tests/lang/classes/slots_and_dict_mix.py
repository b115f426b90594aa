# __slots__ in every shape: strings, mappings, iterators, mangled names, __dict__ and __weakref__ in it, inheritance, conflicts, docs.
import weakref
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
def make(slots, bases=(), **body):
    return type("C", bases, {"__slots__": slots, **body})
for slots in ("x", ("x", "y"), ["b", "a"], {"d": "doc of d", "c": None}, iter(["i"]), "__dict__", ("__dict__", "x"), ("__weakref__",), ("__dict__", "__weakref__", "z"), (), "", ("x", "x"), ("1x",), (3,), 3, ("__dict__", "__dict__"),
              ("__class__",), ("__private",), ("a b",), ("class",), (b"x",), None):
    show(lambda: (lambda c: (sorted(n for n in vars(c) if not n.startswith("__") or n in ("__dict__", "__weakref__")), hasattr(c(), "__dict__")))(make(slots)))
show(lambda: make("x", x=1))
show(lambda: make(("x",), __doc__="d").__doc__)
show(lambda: make({"d": "doc of d"}).d.__doc__)
show(lambda: make("x", (int,))().__dict__)
show(lambda: make("x", (tuple,)))
show(lambda: make((), (tuple,))([1]).__dict__)
show(lambda: make("x", (list,))())
class A: __slots__ = ("a", "shared")
class B(A): __slots__ = ("b", "shared")
class Plain(B): pass
class D(Plain): __slots__ = ("d",)
b = B()
b.a, b.b, b.shared = 1, 2, 3
show(lambda: (b.a, b.b, b.shared, A.shared.__get__(b)))
A.shared.__set__(b, 4)
show(lambda: (b.shared, A.shared.__get__(b), B.shared is A.shared))
show(lambda: setattr(b, "zz", 1))
show(lambda: b.__dict__)
show(lambda: weakref.ref(b))
show(lambda: (Plain().__dict__, weakref.ref(Plain()) is not None))
d = D(); d.d = 1; d.other = 2
show(lambda: (d.__dict__, d.d))
fresh = A()
show(lambda: fresh.a)
show(lambda: delattr(fresh, "a"))
fresh.a = 1
del fresh.a
show(lambda: fresh.a)
show(lambda: hasattr(fresh, "a"))
class Left: __slots__ = ("l",)
class Right: __slots__ = ("r",)
class Empty: __slots__ = ()
show(lambda: type("Both", (Left, Right), {}))
show(lambda: type("Fine", (Left, Empty), {"__slots__": ()})().__class__.__mro__[1].__name__)
show(lambda: A.a.__get__(Left()))
show(lambda: A.a.__set__(3, 3))
show(lambda: A.a.__get__(None, A) is A.a)
show(lambda: (repr(A.a), A.a.__name__, A.a.__objclass__.__name__, type(A.a).__name__, A.a.__qualname__))
class Mangled:
    __slots__ = ("__hidden", "_single", "__dunder__")
    def __init__(self): self.__hidden = 1
show(lambda: (Mangled()._Mangled__hidden, sorted(n for n in vars(Mangled) if "idden" in n or "unde" in n)))
A.__slots__ = ("changed",)
show(lambda: setattr(A(), "changed", 1))
class WithGetattr:
    __slots__ = ("s",)
    def __getattr__(self, name): return f"made {name}"
show(lambda: (WithGetattr().s, WithGetattr().t))
