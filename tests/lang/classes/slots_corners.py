# __slots__: forms, names refused, mangling, descriptors, defaults, inheritance, pickles, weak references, deletion.
import copy
import pickle
import weakref


def make(slots, bases=(), **space):
    try:
        cls = type("Made", bases, {"__slots__": slots, **space})
        print(f"  {slots if not hasattr(slots, '__next__') else 'iterator'!r}: {sorted(n for n in vars(cls) if not n.startswith('__') or n in ('__dict__', '__weakref__'))}")
        return cls
    except Exception as error:
        print(f"  {slots!r}: {type(error).__name__} {error}")


for slots in ("one", ("a", "b"), ["a", "a"], {"a": "doc of a"}, {"a", }, iter(["x", "y"]), (), "", ("",), ("1a",), ("a b",), (1,), 5, None, ("__dict__",), ("__dict__", "__dict__"), ("__weakref__", "a"), ("__weakref__", "__weakref__"), ("class",), ("\u00e9",), b"ab", ("__slots__",), ("__class__",), ("__init__",)):
    make(slots)
make(("a",), a=1)
make(("a",), (int,))
make((), (int,))
make(("a",), (tuple,))
make(("a",), (bytes,))
make(("a",), (str,))
make(("a",), (list,))
make(("__dict__",), (int,))
make(("__weakref__",), (int,))
make(("__weakref__",), (set,))
make(("__dict__",), (make(("q",), (),) and type("D", (), {}),))
make(("a",), (type,))


class Base:
    __slots__ = ("a", "__private", "_C__c")

    def __init__(self):
        self.a = 1
        self.__private = 2

    def private(self):
        return self.__private


class Derived(Base):
    __slots__ = {"b": "the doc", "a": None}


d = Derived()
print(d.a, Base.a.__get__(d), d.private(), Derived.b.__doc__, Derived.a is Base.a, Derived.__slots__, Base.__slots__)
print(Base._Base__private, Base.a, type(Base.a).__name__, Base.a.__objclass__ is Base, Base.a.__name__, Base.a.__qualname__)
for action in (
    "d.b", "d.c", "d.c = 1", "del d.b", "d.__dict__", "vars(d)", "Base.a.__get__(5)", "Base.a.__set__(5, 1)", "Base.a.__delete__(d)", "del d.a",
    "d.a", "weakref.ref(d)", "Base.a(d)", "Base.a.__set__(d)", "Base.a.__get__(None, Base) is Base.a", "Base.a.__get__(None)", "object.__getattribute__(d, 'b')",
    "setattr(d, 'b', 2), d.b", "delattr(d, 'b'), hasattr(d, 'b')", "d.__slots__", "d.__weakref__", "d.__module__",
):
    try:
        print(f"  {action}:", eval(action) if "=" not in action.replace("==", "") and not action.startswith("del ") else exec(action))
    except Exception as error:
        print(f"  {action}: {type(error).__name__} {error}")


class Full:
    __slots__ = ("x", "y", "__dict__", "__weakref__")


f = Full()
f.x, f.z = 1, 3
print(f.__dict__, weakref.ref(f)() is f, f.__getstate__())
g = copy.copy(f)
print(g.x, g.z, hasattr(g, "y"), copy.deepcopy(f).__getstate__())
for protocol in range(6):
    try:
        h = pickle.loads(pickle.dumps(f, protocol))
        print(protocol, h.__getstate__())
    except TypeError as error:
        print(protocol, error)


class Reads:
    __slots__ = ("value", "count")

    def __getattr__(self, name):
        return f"made {name}"


r = Reads()
print(r.value, r.other)
r.value = 5
print(r.value)
del r.value
print(r.value)




try:

    class Both(Base, Full):
        pass

except TypeError as error:
    print(error)
try:

    class Conflict(Base, Reads):
        pass

except TypeError as error:
    print(error)
