# copy and deepcopy of builtin types, shared and recursive structures, and what their hooks may answer.
import copy
import re
import types
import weakref


class Plain:
    def __init__(self, value=None):
        self.value = value


class Slots:
    __slots__ = ("a", "b")


class Hooked:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep", len(memo), type(memo).__name__


class Kept:
    def __deepcopy__(self, memo):
        return self


class Reduces:
    def __reduce_ex__(self, protocol):
        return Plain, (protocol,)


class Rest(list):
    pass


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


def function():
    pass


same = [1, 1.5, "s", b"b", None, ..., True, (), (1, "a"), frozenset([1]), int, function, len, range(3), re.compile("a"), types, property(), slice(1), weakref.ref(Plain), 2j, NotImplemented, type(None), lambda: 0]
print([copy.copy(value) is value for value in same])
print([copy.deepcopy(value) is value for value in same])
changed = [[1], {1: [2]}, {1}, bytearray(b"a"), ([1],), Plain([1]), Rest([[1]]), types.SimpleNamespace(a=[1]), types.MappingProxyType({}), iter([1]), (x for x in ()), memoryview(b"a"), Exception([1]), function.__code__, staticmethod(function), Plain.__init__, Plain().__init__]
for value in changed:
    name = type(value).__name__
    attempt(f"copy {name}", lambda: copy.copy(value) is value)
    attempt(f"deepcopy {name}", lambda: copy.deepcopy(value) is value)
shared = [1]
deep = copy.deepcopy([shared, shared, (shared,), {"k": shared}])
print(deep[0] is deep[1], deep[2][0] is deep[0], deep[3]["k"] is deep[0], deep[0] is shared)
circle = []
circle.append((circle, {"c": circle}))
again = copy.deepcopy(circle)
print(again[0][0] is again, again[0][1]["c"] is again, again is circle)
plain = Plain()
plain.value = plain
again = copy.deepcopy(plain)
print(again.value is again, again is plain)
slots = Slots()
slots.a = [1]
again = copy.deepcopy(slots)
print(again.a, again.a is slots.a, hasattr(again, "b"), copy.copy(slots).a is slots.a)
attempt("hooks", lambda: (copy.copy(Hooked()), copy.deepcopy([Hooked()])))
attempt("kept in a tuple", lambda: (lambda t: copy.deepcopy(t) is t)((Kept(), 1)))
attempt("changed in a tuple", lambda: (lambda t: copy.deepcopy(t) is t)((Plain(), 1)))
attempt("reduces", lambda: (copy.copy(Reduces()).value, copy.deepcopy(Reduces()).value))
memo = {}
copy.deepcopy([1, [2]], memo)
print(len(memo), [type(value).__name__ for value in memo.values()])
attempt("memo given", lambda: copy.deepcopy(shared, {id(shared): "from memo"}))
method = Plain(5).__init__
print(copy.copy(method).__self__ is method.__self__, copy.deepcopy(method).__self__ is method.__self__)
bound = [].append
attempt("builtin method", lambda: copy.deepcopy(bound) is bound)
keys = {(1, (2,)): [1], frozenset([3]): Plain()}
print([a is b for a, b in zip(copy.deepcopy(keys), keys)])
attempt("error", lambda: copy.copy(type("E", (), {"__copy__": None})()))
attempt("class hook", lambda: copy.copy(type("F", (), {"__copy__": lambda cls: 1})))
