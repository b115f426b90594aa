# __slots__: what each spelling makes, conflicts of layouts, weakref and dict slots, inheritance and __class__ assignment.
import weakref


def show(text, **names):
    try:
        namespace = dict(globals(), **names)
        exec(text, namespace)
        cls = namespace["X"]
        print(text, "->", sorted(n for n in vars(cls) if n not in ("__module__", "__doc__")), hasattr(cls(), "__dict__") if cls.__init__ is object.__init__ else "")
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Empty:
    __slots__ = ()


class One:
    __slots__ = ("a",)


class Two:
    __slots__ = ("b",)


class WithDict(One):
    pass


for text in [
    "class X: __slots__ = 'single'", "class X: __slots__ = ['a', 'b']", "class X: __slots__ = {'a': 'doc of a'}", "class X: __slots__ = iter(['a'])", "class X: __slots__ = (n for n in 'ab')", "class X: __slots__ = 'a b'", "class X: __slots__ = ('a b',)", "class X: __slots__ = ('1a',)", "class X: __slots__ = (1,)", "class X: __slots__ = (b'a',)", "class X: __slots__ = 5", "class X: __slots__ = None", "class X: __slots__ = ('a', 'a')", "class X: __slots__ = ('a',); a = 1", "class X: __slots__ = ('__dict__',)", "class X: __slots__ = ('__dict__', '__dict__')", "class X: __slots__ = ('__weakref__',)", "class X: __slots__ = ('__weakref__', '__weakref__')", "class X(WithDict): __slots__ = ('__dict__',)", "class X(WithDict): __slots__ = ('__weakref__',)", "class X: __slots__ = ('__private',)", "class X: __slots__ = ('__class__',)", "class X: __slots__ = ('__doc__',)", "class X: __slots__ = ('__slots__',)", "class X: __slots__ = ('__qualname__',)", "class X: __slots__ = ('__module__', '__init__')", "class X(One, Two): __slots__ = ()", "class X(One, Empty): pass", "class X(Empty, One): __slots__ = ('c',)", "class X(One): __slots__ = ('a',)", "class X(int): __slots__ = ('a',)", "class X(int): __slots__ = ()", "class X(tuple): __slots__ = ('a',)", "class X(bytes): __slots__ = ('__dict__',)", "class X(str): __slots__ = ('a',)", "class X(list): __slots__ = ('a',)", "class X(dict): __slots__ = ('a',)", "class X(type): __slots__ = ('a',)", "class X(type): __slots__ = ()", "class X(One, int): pass", "class X(int, Empty): pass", "class X(One, Exception): pass", "class X(Exception): __slots__ = ('a',)", "class X(float, One): pass", "class X(WithDict, Two): pass", "class X(list, dict): pass",
]:
    show(text)
one = One()
for text in ["one.a", "one.b", "one.zz = 1", "del one.a", "one.__dict__", "weakref.ref(one)", "One.a.__get__(one)", "One.a.__get__(5)", "One.a.__set__(Two(), 1)", "vars(one)", "One.a.__objclass__.__name__", "repr(One.a)", "type(One.a).__name__", "One.a.__name__", "One.a.__get__(None, One) is One.a", "WithDict().__weakref__", "WithDict.__dict__['__weakref__']", "WithDict.__dict__['__dict__']"]:
    try:
        print(text, "=", eval(text) if " = 1" not in text and not text.startswith("del") else exec(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Same:
    __slots__ = ("a",)


one.a = 5
one.__class__ = Same
print(type(one).__name__, one.a)
for value, cls in [(one, Two), (one, WithDict), (WithDict(), One), (Empty(), One), (5, int), (5, bool), (One(), int), (Empty(), object), (one, 5), (One, type), ([], list), (lambda: 0, type(one)), (type("P", (), {})(), type("Q", (), {})), (type("P", (int,), {})(3), type("Q", (int,), {})), (type("P", (list,), {})(), type("Q", (dict,), {})), (ValueError(), KeyError)]:
    try:
        value.__class__ = cls
        print("assigned", type(value).__name__)
    except TypeError as error:
        print(error)
try:
    del one.__class__
except TypeError as error:
    print(error)
