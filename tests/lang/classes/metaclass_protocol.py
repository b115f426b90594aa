# What a metaclass can take over: call, attribute access on classes, operators on classes, mro(), __prepare__, instances.
class Meta(type):
    def __call__(cls, *args, **kwargs):
        if args == ("cached",):
            return cls.__dict__.get("_cache") or type.__call__(cls)
        return super().__call__(*args, **kwargs)

    def __getattr__(cls, name):
        if name.startswith("auto_"):
            return f"{cls.__name__}:{name}"
        raise AttributeError(f"class {cls.__name__} lacks {name}")

    def __setattr__(cls, name, value):
        print("  set", name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print("  del", name)
        super().__delattr__(name)

    def __len__(cls):
        return len([n for n in vars(cls) if not n.startswith("__")])

    def __iter__(cls):
        return iter(sorted(n for n in vars(cls) if not n.startswith("__")))

    def __contains__(cls, item):
        return item in vars(cls)

    def __getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"

    def __add__(cls, other):
        return type(cls)(f"{cls.__name__}And{getattr(other, '__name__', other)}", (cls,), {})

    def __radd__(cls, other):
        return f"{other}+{cls.__name__}"

    def __bool__(cls):
        return False

    def __eq__(cls, other):
        return getattr(other, "__name__", None) == cls.__name__

    def __hash__(cls):
        return hash(cls.__name__)

    def __repr__(cls):
        return f"<{cls.__name__}>"

    def __dir__(cls):
        return ["z", "a"]

    def __instancecheck__(cls, instance):
        return instance == "magic" or super().__instancecheck__(instance)

    def __subclasscheck__(cls, other):
        return other is int or super().__subclasscheck__(other)

    @property
    def shown(cls):
        return f"property of {cls.__name__}"

    def method(cls):
        return f"method of {cls.__name__}"

    shadowed = "in the metaclass"


class A(metaclass=Meta):
    x = 1
    y = 2
    shadowed = "in the class"

    def __getattr__(self, name):
        return f"instance {name}"


print(A, len(A), list(A), "x" in A, A[1], A[1:2], A + int, 3 + A, bool(A), A == A, A in {A}, dir(A))
print(A.auto_x, A.shown, A.method(), A.shadowed)
for name in ("missing", "__missing__"):
    try:
        getattr(A, name)
    except AttributeError as error:
        print(error, error.name, error.obj is A)
A.z = 5
del A.z
try:
    del A.z
except AttributeError as error:
    print(error)
a = A()
print(a.shown, a.method, a.auto_x, isinstance("magic", A), issubclass(int, A), isinstance(1, A))
A._cache = "cached instance"
print(A("cached"), type(A("cached")).__name__)
try:
    A(1)
except TypeError as error:
    print(error)
try:
    A.shown = 1
except AttributeError as error:
    print(error)
try:
    a + 1
except TypeError as error:
    print(error)


class Ordered(type):
    def mro(cls):
        print("  mro of", cls.__name__)
        found = super().mro()
        return found[:1] + sorted(found[1:-1], key=lambda c: c.__name__) + found[-1:]


class Z(metaclass=Ordered):
    who = "Z"


class B(metaclass=Ordered):
    who = "B"


class C(Z, B):
    pass


print(C.who, [c.__name__ for c in C.__mro__], C.__bases__[0].__name__)
C.__bases__ = (B, Z)
print(C.who)


class BadMro(type):
    result = None

    def mro(cls):
        return cls.result


for result in (None, [], [int], [object], (object, 5), "ab"):
    BadMro.result = result
    try:
        made = BadMro("Made", (), {})
        print("  made", made.__mro__)
    except TypeError as error:
        print(" ", error)


class Prepared(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        print("  prepare", name, [b.__name__ for b in bases], kwargs)
        return kwargs.get("space", {"given": 1})

    def __new__(meta, name, bases, space, **kwargs):
        return super().__new__(meta, name, bases, dict(space))

    def __init__(cls, name, bases, space, **kwargs):
        pass


class P(metaclass=Prepared):
    print("  body", given)


for space in (5, None, "text"):
    try:

        class Q(P, space=space):
            pass

    except TypeError as error:
        print(" ", error)


def function_as_metaclass(name, bases, space, **kwargs):
    return name, bases, sorted(k for k in space if k != "__firstlineno__"), kwargs


class F(1, 2, metaclass=function_as_metaclass, key=3):
    inside = 1


print(F)
