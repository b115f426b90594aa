# ABCs: registration, caches, __subclasshook__, abstract properties and class methods, the text of refused instances.
import abc
import collections.abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        """Area."""
        return "default area"

    @property
    @abc.abstractmethod
    def name(self): ...

    @classmethod
    @abc.abstractmethod
    def make(cls): ...

    @staticmethod
    @abc.abstractmethod
    def helper(): ...


def show(name, function):
    try:
        print(name, "=", function())
    except Exception as error:
        print(name, "->", type(error).__name__, error)


class Half(Shape):
    def area(self):
        return super().area()

    name = "half"


class One(Half):
    make = None


class Full(One):
    helper = staticmethod(lambda: "helped")


show("Shape()", Shape)
show("Half()", Half)
show("One()", One)
show("Full()", lambda: Full().area())
print(sorted(Shape.__abstractmethods__), sorted(One.__abstractmethods__), Full.__abstractmethods__, Shape.area.__isabstractmethod__, Shape.__dict__["make"].__isabstractmethod__)
Full.late = abc.abstractmethod(lambda self: 0)
show("late", lambda: type(Full()).__name__)
abc.update_abstractmethods(Full)
show("updated", lambda: Full())
del Full.late
abc.update_abstractmethods(Full)
show("again", lambda: type(Full()).__name__)


class Duck(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Duck:
            return NotImplemented
        calls.append(other.__name__)
        return any("quack" in vars(c) for c in other.__mro__) or NotImplemented


calls = []


class Mallard:
    def quack(self): ...


class Goose:
    pass


print(isinstance(Mallard(), Duck), issubclass(Mallard, Duck), isinstance(Goose(), Duck), isinstance(Goose(), Duck), calls)
Duck.register(Goose)
print(isinstance(Goose(), Duck), issubclass(Goose, Duck), Duck in Goose.__mro__, Duck._dump_registry is not None)


@Duck.register
class Swan:
    pass


class BabySwan(Swan):
    pass


print(issubclass(BabySwan, Duck), Swan.__name__)
show("register itself", lambda: Duck.register(Duck))
show("register cycle", lambda: (type("Sub", (Duck,), {}).register(Duck)))
show("register value", lambda: Duck.register(5))
show("issubclass value", lambda: issubclass(5, Duck))
show("isinstance", lambda: isinstance(5, Duck))


class BadHook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return "yes"


show("bad hook", lambda: issubclass(int, BadHook))


class Raises(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        raise OSError("hook")


show("raising hook", lambda: issubclass(int, Raises))


class Liar:
    @property
    def __class__(self):
        return Mallard


print(isinstance(Liar(), Duck), isinstance(Liar(), Mallard), type(Liar()).__name__, issubclass(type(Liar()), Duck))
for cls in (collections.abc.Hashable, collections.abc.Sized, collections.abc.Iterable, collections.abc.Callable, collections.abc.Sequence, collections.abc.Mapping, collections.abc.Buffer, collections.abc.Iterator, collections.abc.Collection, collections.abc.Reversible, collections.abc.Generator, collections.abc.ByteString if False else collections.abc.Set):
    print(cls.__name__, [type(v).__name__ for v in (1, "s", b"b", [], (), {}, set(), range(1), len, iter([]), {}.keys(), memoryview(b""), (n for n in ()), type) if isinstance(v, cls)])


class NoHash:
    __hash__ = None
    __iter__ = None
    __len__ = lambda self: 0


print([issubclass(NoHash, c) for c in (collections.abc.Hashable, collections.abc.Iterable, collections.abc.Sized)])
show("mapping", lambda: collections.abc.MutableMapping())
show("sequence", lambda: type("S", (collections.abc.Sequence,), {"__len__": lambda s: 2})())
seq = type("S", (collections.abc.Sequence,), {"__len__": lambda s: 2, "__getitem__": lambda s, i: "ab"[i]})()
print(list(seq), list(reversed(seq)), seq.index("b"), seq.count("a"), "a" in seq)
print(abc.get_cache_token() == abc.get_cache_token(), type(abc.get_cache_token()).__name__)
