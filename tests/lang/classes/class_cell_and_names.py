# Class bodies: what a name means, mangling, __class__, __qualname__, __module__, annotations, docstrings and del.
x = "global"


class A:
    x = x
    y = [x for _ in range(2)]
    z = [n for n in y]
    f = lambda: x
    g = (lambda: y) if False else None

    def method(self):
        return x

    first, *rest = range(3)
    for i in range(2):
        pass
    import sys as module
    if True:
        nested = "kept"
    del i


print(A.x, A.y, A.z, A.f(), A().method(), A.first, A.rest, hasattr(A, "i"), A.module.__name__, A.nested)


def outer():
    x = "enclosing"

    class B:
        seen_before = x
        x = "class"
        seen_after = x

        def method(self):
            return x

        class Inner:
            inherited = x

    class C:
        global x
        seen = x
        x = "global changed"

    class D:
        nonlocal x
        x = "enclosing changed"

    return B, C, x


try:
    B, C, value = outer()
    print(B.seen_before, B.seen_after, B().method(), B.Inner.inherited, C.seen, value, x, "x" in vars(C))
except NameError as error:
    print(error)


class Mangled:
    __private = 1
    __dunder__ = 2
    _Mangled__direct = 3
    ___triple = 4
    __trailing_ = 5

    def __method(self, __arg=6):
        __local = 7
        global __global
        __global = 8
        return locals()

    def use(self):
        import os.path as __module

        return self.__private, self.__method(), self.__method.__name__, __module.__name__

    class __Inner:
        __deep = 9


print(sorted(n for n in vars(Mangled) if "M" in n or "_I" in n), Mangled().use()[0], {k: v for k, v in Mangled().use()[1].items() if k != "self"}, Mangled().use()[2:], "_Mangled__global" in globals())
print(Mangled._Mangled__Inner.__qualname__, [n for n in vars(Mangled._Mangled__Inner) if "deep" in n])


class _:
    __name = 1


class ___Lead:
    __name = 2


print([n for n in vars(_) if "name" in n], [n for n in vars(___Lead) if "name" in n and n != "__name__"])
for text in ["class E:\n 'doc'\n __doc__ = 'other'", "class E:\n 'doc'", "class E:\n f'no doc'", "class E:\n __qualname__ = 'Q.R'", "class E:\n __qualname__ = 5", "class E:\n __module__ = 'mod'", "class E:\n __name__ = 'N'", "class E:\n __slots__ = 'x'\n x = 1", "class E:\n return 1", "class E:\n yield 1", "class E:\n await x", "class E:\n break", "class E:\n __class__ = int", "class E:\n def f(self): return __class__\n __class__ = 5", "class E:\n x: int\n y: str = 'a'\n del y", "class E:\n locals()['made'] = 1", "class E:\n undefined", "class E:\n del undefined", "class E:\n x = x", "class E:\n exec('z = 1')", "class E:\n __annotations__ = {'a': 1}\n b: int", "class E:\n del __annotations__\n c: int", "class E:\n __firstlineno__ = 1", "class E:\n super().__init__()", "class E:\n __class__"]:
    names = {"__name__": "main"}
    try:
        exec(text, names)
        E = names["E"]
        print(repr(text), E.__name__, E.__qualname__, E.__module__, E.__doc__, E.__dict__.get("__annotations__"), sorted(n for n in vars(E) if not n.startswith("__")))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
