# super(): without arguments in odd functions, with objects of all sorts, its attributes, binding and errors.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class A:
    value = "A value"

    def name(self):
        return "A.name of " + type(self).__name__

    @classmethod
    def made(cls):
        return "A.made of " + cls.__name__

    @staticmethod
    def static():
        return "static"

    @property
    def prop(self):
        return "A.prop"


class B(A):
    value = "B value"

    def name(self):
        return super().name()

    def in_lambda(self):
        return (lambda: super().name)()

    def in_comprehension(self):
        return [super().value for _ in "a"]

    def in_generator(self):
        yield super().value

    def rebound(self):
        self = 5
        return super().value

    def deleted(self):
        del self
        return super().value

    def celled(self):
        def inner():
            return self

        return super().value

    @classmethod
    def made(cls):
        return super().made()

    @staticmethod
    def static(x):
        return super().static()

    @staticmethod
    def static_none():
        return super().static()

    @property
    def prop(self):
        return super().prop + "!"

    def __getattr__(self, name):
        return super().__getattribute__(name)

    def starred(*args):
        return super().value

    async def coroutine(self):
        return super().value


class C(B):
    pass


b, c = B(), C()
attempt("method", c.name)
attempt("lambda", b.in_lambda)
attempt("comprehension", b.in_comprehension)
attempt("generator", lambda: list(b.in_generator()))
attempt("rebound", b.rebound)
attempt("deleted", b.deleted)
attempt("celled", b.celled)
attempt("classmethod", C.made)
attempt("static with self", lambda: B.static(b))
attempt("static with an int", lambda: B.static(5))
attempt("static without", B.static_none)
attempt("property", lambda: c.prop)
attempt("getattr", lambda: b.missing)
attempt("starred", lambda: b.starred())
attempt("coroutine", lambda: b.coroutine().send(None))
attempt("outside", lambda: super())


def loose(self):
    return super().value


B.loose = loose
attempt("added later", lambda: b.loose())


def with_class(self):
    __class__ = B
    return super().value


attempt("own __class__", lambda: with_class(b))
s = super(B, c)
print(s.__thisclass__.__name__, type(s.__self__).__name__, s.__self_class__.__name__, s.value, s.name(), type(s).__name__)
u = super(B)
print(u.__self__, u.__self_class__, u.__get__(c).value, u.__get__(None, C) is u)
attempt("unbound attribute", lambda: u.value)
attempt("wrong get", lambda: u.__get__(5))
attempt("wrong object", lambda: super(B, A()))
attempt("wrong type", lambda: super(5, b))
attempt("class as object", lambda: super(B, C).made())
attempt("class method through class", lambda: super(B, C).name(c))
attempt("metaclass", lambda: super(type, B).__call__().value)
attempt("set", lambda: setattr(super(B, c), "value", 1))
attempt("missing", lambda: super(B, c).nothing)
attempt("three", lambda: super(B, c, 1))
attempt("keyword", lambda: super(B, obj=c))
attempt("class attribute", lambda: (super(B, c).__class__.__name__, super(B, c).__doc__ is not None))
attempt("item", lambda: super(B, c)[0])
attempt("init again", lambda: (s.__init__(C, c), s.value, s.__thisclass__.__name__))


class Proxy:
    __class__ = C


attempt("what claims to be one", lambda: super(B, Proxy()).value)
