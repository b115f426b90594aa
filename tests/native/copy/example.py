# copy: shallow and deep copies of everything, with hooks.
import copy
import datetime
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass

nested = {"list": [1, [2, 3]], "tuple": (1, [2]), "set": {1, 2}}
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested["list"][1].append(4)
nested["tuple"][1].append(5)
print(shallow, deep, shallow["list"] is nested["list"], deep["list"] is nested["list"])
for atom in (1, "s", None, 1.5, b"b", (1, 2), frozenset([1]), len, int, ..., range(3), 2j):
    assert copy.copy(atom) is atom and copy.deepcopy(atom) == atom
loop = [1]
loop.append(loop)
loop2 = copy.deepcopy(loop)
print(loop2, loop2[1] is loop2, loop2 is not loop)
shared = []
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)


class Plain:
    def __init__(self, value):
        self.value = value


class Hooked:
    def __init__(self, name, data):
        self.name, self.data = name, data

    def __copy__(self):
        return Hooked(self.name + " copy", self.data)

    def __deepcopy__(self, memo):
        return Hooked(self.name + " deep", copy.deepcopy(self.data, memo))


p = Plain([1])
p.me = p
q = copy.deepcopy(p)
print(q.me is q, q.value, q.value is p.value, copy.copy(p).value is p.value)
h = Hooked("h", [1])
print(copy.copy(h).name, copy.copy(h).data is h.data, copy.deepcopy(h).name, copy.deepcopy([h])[0].data is h.data)


class Slotted:
    __slots__ = ("a", "b")


class State:
    def __init__(self):
        self.kept, self.lost = [1], "secret"

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


s = Slotted()
s.a = [1]
t = copy.copy(s)
print(t.a is s.a, hasattr(t, "b"), copy.deepcopy(s).a is s.a, vars(copy.copy(State())), vars(copy.deepcopy(State())))


class Args:
    def __new__(cls, a, *, k=0):
        self = super().__new__(cls)
        self.a, self.k = a, k
        return self

    def __getnewargs_ex__(self):
        return (self.a,), {"k": self.k}


class Items(list):
    pass


class Reduced:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return Reduced, (self.x * 2,), {"extra": 1}


items = Items([1, [2]])
items.note = "n"
print(vars(copy.copy(Args(1, k=2))), copy.copy(items), copy.deepcopy(items).note, type(copy.copy(items)).__name__, vars(copy.copy(Reduced(4))))


@dataclass
class D:
    x: list


print(copy.deepcopy(D([1])), copy.copy(deque([1], 3)), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(OrderedDict(a=1)), copy.deepcopy(datetime.datetime(2024, 1, 2)), copy.copy(bytearray(b"x")), copy.deepcopy(ValueError("v", [1])), copy.copy({1: 2}.keys().__class__))
for action in (lambda: copy.deepcopy(x for x in ()), lambda: copy.copy(iter([1])).__next__(), lambda: copy.deepcopy({"k": (c for c in "")})):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(copy.deepcopy(p.__init__).__self__ is not p, copy.error.__name__)
