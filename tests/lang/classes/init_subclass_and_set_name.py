# __init_subclass__ and __set_name__: order, keywords, errors and their notes, implicit classmethod, later assignment.
class Name:
    def __init__(self, label):
        self.label = label

    def __set_name__(self, owner, name):
        print("set_name", self.label, owner.__name__, name, name in owner.__dict__)


class Base:
    def __init_subclass__(cls, /, flavour="none", **kwargs):
        print("init_subclass", cls.__name__, flavour, kwargs, sorted(n for n in vars(cls) if not n.startswith("__")))
        super().__init_subclass__(**kwargs)


class A(Base, flavour="sweet"):
    b = Name("one")
    a = Name("two")


class Both(A):
    c = same = Name("shared")


print(type(Base.__dict__["__init_subclass__"]).__name__, type(object.__init_subclass__).__name__)
for text in [
    "class X(Base, colour=1): pass", "class X(object, colour=1): pass", "class X(colour=1): pass", "class X(Base, flavour=1, flavour=2): pass", "class X(A, metaclass=type, flavour='m'): pass", "type('X', (Base,), {}, flavour='called')", "type('X', (Base,), {}, other=1)", "type('X', (), {}, other=1)", "type(1, 2)", "type()", "type('X', (), {}, 4)", "type(name='X')", "type(1, x=2)", "type('X', [], {})", "type('X', (1,), {})", "type('X', (), [])", "type(b'X', (), {})", "Base.__init_subclass__(5)", "Base.__init_subclass__(flavour='by hand')", "object.__init_subclass__(1)", "object.__init_subclass__(a=1)",
]:
    try:
        exec(text, {"Base": Base, "A": A, "__name__": "m"})
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Fails:
    def __set_name__(self, owner, name):
        raise ValueError("inside")


class NoMethod:
    __set_name__ = None


class InstanceOnly:
    pass


only = InstanceOnly()
only.__set_name__ = lambda owner, name: print("never")
for value in (Fails(), NoMethod(), only):
    try:
        type("T", (), {"attribute": value})
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None), error.__cause__)


class Adds:
    def __set_name__(self, owner, name):
        owner.added = name
        setattr(owner, name + "_copy", 1)


class WithAdds:
    field = Adds()


print(WithAdds.added, WithAdds.field_copy)
WithAdds.later = Name("never called")


class Counter:
    registry = []

    def __init_subclass__(cls):
        cls.registry.append(cls.__name__)
        cls.index = len(cls.registry)


class First(Counter):
    pass


class Second(First):
    index = "own"


print(Counter.registry, First.index, Second.index, Second.registry is Counter.registry)


class Refuses:
    def __init_subclass__(cls):
        raise TypeError(f"no subclasses, {cls.__name__}")


try:

    class Child(Refuses):
        pass

except TypeError as error:
    print(error, Refuses.__subclasses__() in ([], None) or len(Refuses.__subclasses__()) < 2)


class Static:
    @staticmethod
    def __init_subclass__(**kwargs):
        print("static", kwargs)


class Instance(Static, k=1):
    pass
