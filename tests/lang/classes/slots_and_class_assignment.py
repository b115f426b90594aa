# Which __class__ and __bases__ assignments are allowed: same layouts, slots by name and order, dict and weakref.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class Plain: pass
class Plain2: pass
class A: __slots__ = ("a", "b")
class B: __slots__ = ("b", "a")
class C: __slots__ = ("a", "c")
class D: __slots__ = ("a", "b", "__dict__")
class E: __slots__ = ("a", "b", "__weakref__")
class F(A): __slots__ = ()
class G(A): pass
class H(A): __slots__ = ("h",)
class I(int): pass
class J(int): pass
class K(list): __slots__ = ()
class L(list): pass
class M(type): pass
class N(type): pass
class O(Plain): __slots__ = ()
class P(Plain): pass
class Ex(Exception): pass
class Ey(ValueError): pass


def assign(value, cls):
    value.__class__ = cls
    return type(value).__name__


def make(cls):
    return cls("X", (), {}) if issubclass(cls, type) else cls()


classes = [Plain, Plain2, A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Ex, Ey]
for first in classes:
    allowed = []
    for second in classes:
        try:
            allowed.append(assign(make(first), second))
        except TypeError:
            pass
    print(first.__name__, allowed)
attempt("to builtin", lambda: assign(I(5), int))
attempt("of builtin", lambda: assign(5, I))
attempt("words", lambda: assign(A(), C))
attempt("no class", lambda: assign(A(), 5))
attempt("module", lambda: assign(__import__("types").ModuleType("m"), Plain))
item = A()
item.a, item.b = 1, 2
item.__class__ = B
print(item.a, item.b)
for bases in ((Plain2,), (A,), (Plain, Plain2), (), (object,), (int,), (P,), (Plain, 5), [Plain]):
    def rebase():
        class Target(Plain):
            pass

        Target.__bases__ = bases
        return [base.__name__ for base in Target.__mro__]

    attempt(f"bases {[getattr(base, '__name__', base) for base in bases]}", rebase)


def delete():
    del P.__bases__


attempt("delete", delete)
attempt("object", lambda: setattr(Plain, "__bases__", (Plain2,)))
attempt("cycle", lambda: setattr(Plain2, "__bases__", (type("Q", (Plain2,), {}),)))
for name, slots in {"dict twice": ("__dict__", "__dict__"), "weakref of int": ("__weakref__",), "dict of dict": ("__dict__",)}.items():
    attempt(name, lambda: type("T", (Plain if "of dict" in name else int if "int" in name else object,), {"__slots__": slots}).__name__)
attempt("slot dict", lambda: type("T", (), {"__slots__": {"x": "doc of x"}}).x.__doc__)
attempt("slots doc", lambda: __import__("inspect").getdoc(type("T", (), {"__slots__": {"x": "doc of x"}}).x))
