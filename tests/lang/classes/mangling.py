# Names with two leading underscores are mangled inside a class.
class A:
    __secret = 1

    def __init__(self):
        self.__own = 2

    def get(self):
        return self.__secret, self.__own, __class__.__name__

    def local(self):
        __x = 5
        return locals()

    def keyword(self, __arg=1):
        return __arg

    __dunder__ = "kept"


class _B:
    def f(self):
        return self.__x

    def g(self):
        import sys as __module
        return sorted(k for k in locals() if k != "self")


a = A()
print(a.get(), sorted(a.__dict__), A._A__secret, A.__dunder__)
print([k for k in a.local() if k != "self"], A.keyword.__code__.co_varnames)
b = _B()
b._B__x = "mangled without the leading underscore"
print(b.f(), b.g())
try:
    a.__secret
except AttributeError as error:
    print(error)
try:
    _B().f()
except AttributeError as error:
    print(error)
