# C3 linearisation: orders, impossible orders, mro() overrides, __bases__ assignment and what it refuses.
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass


def names(cls):
    return " ".join(c.__name__ for c in cls.__mro__)


print(names(F), "|", names(type("G", (A, F), {})) if False else names(D))
for bases in [(A, F), (O, A), (F, A), (D, A, B), (B, D), (A, B, A), (object, O), (O, object), (F, D, E), (E, D)]:
    try:
        print(names(type("T", bases, {})))
    except TypeError as error:
        print(str(error).replace("\n", "|"))


class X(A, B): pass
class Y(B, A): pass


try:
    class Z(X, Y): pass
except TypeError as error:
    print(error)


class Meta(type):
    def mro(cls):
        order = super().mro()
        if cls.__name__ == "Reversed":
            return [cls] + order[:0:-1][1:] + [object]
        if cls.__name__ == "NotList":
            return 5
        if cls.__name__ == "NotTypes":
            return [cls, 5]
        if cls.__name__ == "Foreign":
            return [cls, int, object]
        if cls.__name__ == "Short":
            return [object]
        if cls.__name__ == "Empty":
            return []
        if cls.__name__ == "Raises":
            raise KeyError("mro")
        return order


for name in ("Normal", "Reversed", "NotList", "NotTypes", "Foreign", "Short", "Empty", "Raises"):
    try:
        made = Meta(name, (A, B), {})
        print(name, names(made), isinstance(made(), A), issubclass(made, B))
    except Exception as error:
        print(name, type(error).__name__, error)


class Swap(A):
    pass


swap = Swap()
A.where, B.where = "A", "B"
print(swap.where, names(Swap))
Swap.__bases__ = (B,)
print(swap.where, names(Swap), Swap in A.__subclasses__(), Swap in B.__subclasses__(), Swap.__base__.__name__)


class Child(Swap):
    pass


Swap.__bases__ = (C, B)
print(names(Child), Child().where)
for value in [(), 5, [A], (5,), (Swap,), (Child,), (int,), (A, A), (A, O), (O, A), (object,), (bool,), (type,), (dict,)]:
    try:
        Swap.__bases__ = value
        print("set", names(Swap))
    except TypeError as error:
        print(str(error).replace("\n", "|"))
print(names(Swap), names(Child))
for action in [lambda: setattr(int, "__bases__", (object,)), lambda: delattr(Swap, "__bases__"), lambda: setattr(Swap, "__mro__", ()), lambda: setattr(Swap, "__base__", A), lambda: setattr(object, "x", 1), lambda: setattr(Swap, "__name__", 5), lambda: setattr(Swap, "__name__", "a\0b"), lambda: delattr(Swap, "__name__"), lambda: setattr(Swap, "__qualname__", b"x"), lambda: delattr(Swap, "__module__"), lambda: setattr(Swap, "__dict__", {}), lambda: setattr(Swap, "__class__", 5), lambda: setattr(Swap, "__class__", Meta), lambda: delattr(Swap, "__doc__"), lambda: setattr(Swap, "__type_params__", 5), lambda: setattr(Swap, "__annotations__", 5), lambda: setattr(Swap, "__abstractmethods__", ["x"]), lambda: Swap(), lambda: delattr(Swap, "__abstractmethods__"), lambda: Swap.__abstractmethods__, lambda: type.__abstractmethods__]:
    try:
        print("fine", action())
    except Exception as error:
        print(type(error).__name__, str(error).replace("\n", "|"))
print(type(Swap).__name__, Swap.__subclasses__() == [Child], Swap.mro() == list(Swap.__mro__))
