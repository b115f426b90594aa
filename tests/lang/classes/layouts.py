# Classes of the same layout, __new__ of a builtin in a class, a metaclass that leaves the class out of its MRO.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class G(object): __slots__ = ["a", "b"]
class H(object): __slots__ = ["b", "a"]
class J(object): __slots__ = ["a", "c"]
x = G(); x.a=1
def s(o, c): o.__class__ = c; return type(o).__name__
t(lambda: s(x,H)); print(x.a); t(lambda: s(x,J)); t(lambda: s(x,G))
class A(object):
    def __new__(cls, *args, **kwargs): raise AssertionError
class B(A):
    __new__ = object.__new__
    def __init__(self, foo): self.foo = foo
t(lambda: B(3)); t(lambda: B())
class C(object):
    __new__ = object.__new__
    def __init__(self, foo): self.foo = foo
t(lambda: C(3).foo)
del B.__new__; t(lambda: B(3))
del A.__new__; t(lambda: B(3).foo)
class B: pass
class M(type):
    def mro(cls):
        return (B,)
def f():
    class A(metaclass=M): pass
t(f)
class Sx(str): pass
class A:
    __slotnames__ = [Sx('spam')]
    def __getattr__(self, attr):
        if attr == 'spam': return 42
        raise AttributeError
t(lambda: A().__reduce_ex__(2)[1:])
class Base:
    def __getattr__(self, a): raise AssertionError(a)
t(lambda: Base().__reduce_ex__(2)[1:]); t(lambda: Base().__reduce_ex__(0))
