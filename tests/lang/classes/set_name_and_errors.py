# __set_name__: order, what it may change, errors with their notes, who looks it up; __init_subclass__ after it.
class Spy:
    def __init__(self, label):
        self.label = label

    def __set_name__(self, owner, name):
        print(f"  set_name {self.label} {owner.__name__}.{name} {sorted(k for k in vars(owner) if not k.startswith('__'))}")
        if self.label == "adds":
            owner.added = Spy("late")
        if self.label == "fails":
            raise ValueError("no")


class Base:
    def __init_subclass__(cls, /, flag=None, **kwargs):
        print("  init_subclass", cls.__name__, flag, kwargs)
        super().__init_subclass__(**kwargs)


class First(Base, flag=1):
    b = Spy("b")
    a = Spy("a")
    c = adds = Spy("adds")


print(hasattr(First, "added"), First.added.label)


class Failing:
    x = Spy("x")


for make in (
    lambda: type("Dynamic", (Base,), {"f": Spy("fails"), "g": Spy("g")}),
    lambda: type("Dynamic", (Base,), {"f": Spy("f")}, flag=2),
    lambda: type("Dynamic", (Base,), {}, flag=3, other=4),
    lambda: type("Dynamic", (), {}, other=4),
    lambda: type("Dynamic", (), {"__set_name__": 1}),
):
    try:
        print("  made", make().__name__)
    except Exception as error:
        print(" ", type(error).__name__, error, getattr(error, "__notes__", None))


class Instance:
    def __init__(self):
        self.__set_name__ = lambda owner, name: print("never")


class Holder:
    x = Instance()


class Bad:
    __set_name__ = None


class Strange:
    def __set_name__(self):
        pass


for value in (Bad(), Strange()):
    try:

        class Holder2:
            x = value

    except Exception as error:
        print(" ", type(error).__name__, error, error.__notes__)


class NoKeywords:
    def __init_subclass__(cls):
        print("  plain", cls.__name__)


try:

    class Wrong(NoKeywords, a=1):
        pass

except TypeError as error:
    print(" ", error)


class Meta(type):
    def __new__(meta, name, bases, namespace, **kwargs):
        print("  new", name, kwargs)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print("  init", name, kwargs)
        super().__init__(name, bases, namespace)


class Made(metaclass=Meta, a=1, b=2):
    d = Spy("d")


print(type(Made).__name__, Base.__init_subclass__.__self__.__name__, type(vars(Base)["__init_subclass__"]).__name__)
Made.e = Spy("assigned later")
