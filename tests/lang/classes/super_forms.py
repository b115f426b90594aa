# super: every form, what it finds and binds, its errors, in nested functions, comprehensions, class methods and metaclasses.
class A:
    value = "A.value"

    def who(self):
        return f"A.who({type(self).__name__})"

    @classmethod
    def make(cls):
        return f"A.make({cls.__name__})"

    @staticmethod
    def static():
        return "A.static"

    @property
    def prop(self):
        return f"A.prop({type(self).__name__})"


class B(A):
    value = "B.value"

    def who(self):
        return "B>" + super().who()

    @classmethod
    def make(cls):
        return "B>" + super().make()

    @staticmethod
    def static(arg=None):
        return super(B, B).static()

    @property
    def prop(self):
        return "B>" + super().prop

    def nested(self):
        def inner():
            return super(B, self).who()

        return inner(), [super(B, self).value for _ in range(1)], (lambda: super(B, self).prop)()

    def implicit_nested(self):
        def inner(self):
            return super().who()

        return inner(self)

    def rebinds(self):
        self = 5
        return super().who()

    def deleted(self):
        del self
        return super().who()

    def no_args():
        return super().who()

    def star(*args):
        return super().who()

    def comprehension(self):
        return [super().who() for _ in range(1)]

    def generator(self):
        return list(super().who() for _ in range(1))

    def attribute_set(self):
        super().value = 1

    def shadow(self):
        super = lambda: "shadowed"
        return super()


class C(B):
    pass


b, c = B(), C()
print(c.who(), C.make(), C.static(), c.prop, c.nested())


def show(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


for name in ("implicit_nested", "rebinds", "deleted", "star", "comprehension", "generator", "attribute_set", "shadow"):
    show(name, getattr(c, name))
show("no_args", B.no_args)
show("wrong self", lambda: B.who(5))
show("class as self", lambda: B.who(B))
show("unbound", lambda: repr(super(B)))
show("bound", lambda: repr(super(B, c)))
show("class bound", lambda: repr(super(B, C)))
show("unbound get", lambda: super(B).__get__(c).who())
show("unbound get twice", lambda: super(B).__get__(c).__get__(5).who())
show("unbound attribute", lambda: super(B).who)
show("unbound get class", lambda: super(B).__get__(A()))
show("not subtype", lambda: super(B, A()))
show("not class", lambda: super(5, c))
show("outside", lambda: super())
show("keyword", lambda: super(type=B))
show("none", lambda: super(B, None).__repr__()[:11])
show("missing", lambda: super(B, c).nothing)
show("missing class", lambda: super(A, C).nothing)
show("__class__", lambda: super(B, c).__class__.__name__)
show("thisclass", lambda: (super(B, c).__thisclass__.__name__, super(B, c).__self__ is c, super(B, c).__self_class__.__name__, super(B).__self__))
show("doc", lambda: super(B, c).__doc__ == super.__doc__)
show("items", lambda: super(B, c)[0])
show("len", lambda: len(super(B, c)))
show("setattr", lambda: setattr(super(B, c), "value", 3))
show("delattr", lambda: delattr(super(B, c), "value"))
show("descriptor", lambda: super(B, C).prop is A.prop and super(B, C).who is A.who)
show("init", lambda: super(B, c).__init__(5))
show("getattribute", lambda: super(B, c).__getattribute__("value"))


class Meta(type):
    def __repr__(cls):
        return "Meta>" + super().__repr__()

    def mro(cls):
        return super().mro()


class D(metaclass=Meta):
    def __getattr__(self, name):
        return f"getattr {name}"

    def find(self):
        return super().anything


show("meta", lambda: repr(D))
show("no getattr", lambda: D().find())
later = B.who
E = type("E", (A,), {"who": later})
show("foreign method", lambda: E().who())


class Hook:
    def __init__(self):
        super().__init__()
        __class__ = 5
        self.cell = __class__


show("assigned cell", lambda: Hook().cell)
