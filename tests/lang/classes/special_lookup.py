# Special methods are looked up on the type only, past instance attributes and __getattr__; and through metaclasses.
class Plain:
    def __getattr__(self, name):
        print("getattr", name)
        raise AttributeError(name)

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)


def show(name, function):
    try:
        print(name, "=", function())
    except Exception as error:
        print(name, "->", type(error).__name__, error)


plain = Plain()
plain.__dict__.update(__len__=lambda: 5, __iter__=lambda: iter("x"), __call__=lambda: 1, __eq__=lambda o: True, __hash__=lambda: 1, __enter__=lambda: 1, __exit__=lambda *a: 1, __add__=lambda o: 1, __getitem__=lambda k: k, __contains__=lambda k: True, __bool__=lambda: False, __index__=lambda: 3, __reversed__=lambda: "r", __format__=lambda s: "f", __dir__=lambda: ["d"], __round__=lambda: 1, __floor__=lambda: 2, __length_hint__=lambda: 7, __next__=lambda: 1, __str__=lambda: "s", __bytes__=lambda: b"b", __copy__=lambda: "copied", __reduce_ex__=lambda p: "reduced", __sizeof__=lambda: 10**6, __instancecheck__=lambda o: True, __await__=lambda: iter([]), __fspath__=lambda: "path", __class_getitem__=lambda k: k, __del__=lambda: print("never"))
import copy
import math
import operator
import os
import sys

for name, function in [
    ("len", lambda: len(plain)), ("iter", lambda: iter(plain)), ("call", lambda: plain()), ("eq", lambda: plain == 5), ("with", lambda: exec("with plain: pass", {"plain": plain})), ("add", lambda: plain + 1), ("item", lambda: plain[0]), ("in", lambda: 1 in plain), ("bool", lambda: bool(plain)), ("index", lambda: "abcd"[plain]), ("reversed", lambda: reversed(plain)), ("format", lambda: format(plain, "x")), ("dir", lambda: "d" in dir(plain)), ("round", lambda: round(plain)), ("floor", lambda: math.floor(plain)), ("hint", lambda: operator.length_hint(plain, 42)), ("next", lambda: next(plain)), ("str", lambda: str(plain)[:10]), ("bytes", lambda: bytes(plain)), ("copy", lambda: type(copy.copy(plain)).__name__), ("sizeof", lambda: sys.getsizeof(plain) < 1000), ("isinstance", lambda: isinstance(1, plain)), ("fspath", lambda: os.fspath(plain)), ("hash", lambda: hash(plain) != 1), ("setitem", lambda: operator.setitem(plain, 1, 2)), ("neg", lambda: -plain), ("lt", lambda: plain < 1), ("float", lambda: float(plain)), ("int", lambda: int(plain)), ("divmod", lambda: divmod(plain, 2)), ("getitem class", lambda: Plain[0]), ("hasattr", lambda: hasattr(plain, "missing")), ("del item", lambda: operator.delitem(plain, 0)), ("matmul", lambda: plain @ 1), ("iadd", lambda: operator.iadd(plain, 1)), ("abs", lambda: abs(plain)), ("anext", lambda: anext(plain)), ("aiter", lambda: aiter(plain)),
]:
    show(name, function)
plain.__dict__.clear()


class Meta(type):
    def __len__(cls):
        return 7

    def __getitem__(cls, key):
        return f"meta[{key}]"

    def __iter__(cls):
        return iter("meta")

    def __contains__(cls, key):
        return key == "in"

    def __add__(cls, other):
        return f"{cls.__name__}+{other}"

    def __bool__(cls):
        return False

    def __call__(cls, *args):
        return f"called{args}"

    def __eq__(cls, other):
        return "eq"

    __hash__ = type.__hash__

    def __instancecheck__(cls, value):
        return value == 5

    def __subclasscheck__(cls, other):
        return other is int

    def __dir__(cls):
        return ["z", "a"]

    def __getattr__(cls, name):
        return f"meta.{name}"


class K(metaclass=Meta):
    def __len__(self):
        return 1

    def __class_getitem__(cls, key):
        return "never: the metaclass comes first"


print(len(K), K[1], list(K), "in" in K, K + 1, bool(K), K(1, 2), K == 3, isinstance(5, K), isinstance("x", K), issubclass(int, K), issubclass(str, K), dir(K), K.anything, len(object.__new__(K)))
show("instance has none", lambda: object.__new__(K).anything)
K.__iter__ = lambda self: iter([1])
show("list(K)", lambda: list(K))
show("list(instance)", lambda: list(object.__new__(K)))
show("deleted", lambda: delattr(K, "__iter__") or list(object.__new__(K)))


class Later:
    pass


later = Later()
Later.__len__ = lambda self: 3
Later.__add__ = lambda self, other: "added later"
show("assigned to the class", lambda: (len(later), later + 1))
Later.__len__ = staticmethod(lambda: 9)
show("static", lambda: len(later))
Later.__len__ = classmethod(lambda cls: len(cls.__name__))
show("class method", lambda: len(later))
Later.__len__ = property(lambda self: lambda: 11)
show("property", lambda: len(later))
Later.__len__ = 5
show("no callable", lambda: len(later))
Later.__len__ = None
show("None", lambda: len(later))
Later.__iter__ = None
Later.__contains__ = None
Later.__eq__ = None
Later.__bool__ = None
show("in None", lambda: 1 in later)
show("iter None", lambda: list(later))
show("eq None", lambda: later == 1)
show("bool None", lambda: bool(later))
