# operator: functions of the operators, getters, callers.
import operator as op
from operator import attrgetter, itemgetter, methodcaller

for name in ("add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor lt le eq ne ge gt is_ is_not".split()):
    print(name, getattr(op, name)(13, 3), end="; ")
print()
for name in ("neg pos abs invert not_ truth index".split()):
    print(name, getattr(op, name)(-13), end="; ")
print()
items = [1, 2, 3]
print(op.concat([1], [2]), op.contains(items, 2), op.countOf([1, 2, 1], 1), op.indexOf(items, 3), op.getitem(items, -1), op.length_hint(iter(items)), op.matmul.__name__)
op.setitem(items, 0, "zero")
op.delitem(items, 1)
alias = items
print(items, op.iadd(items, [4]) is alias, op.iconcat(items, [5]), op.imul([1], 2), op.ior({1}, {2}), op.isub(5, 3), op.ipow(2, 5), op.ixor(6, 3))
people = [{"name": "Bob", "age": 30}, {"name": "Al", "age": 25}, {"name": "Cy", "age": 30}]
print(sorted(people, key=itemgetter("age", "name")), list(map(itemgetter("name"), people)), itemgetter(1, -1)("abc"), itemgetter(slice(1, 3))("abcd"))


class Pet:
    def __init__(self, name, owner=None):
        self.name = name
        self.owner = owner

    def speak(self, times=1, *, loud=False):
        text = f"{self.name} " * times
        return text.upper() if loud else text

    def __matmul__(self, other):
        return f"{self.name}@{other.name}"


rex = Pet("rex", Pet("ann"))
print(attrgetter("name")(rex), attrgetter("owner.name")(rex), attrgetter("name", "owner.name")(rex), methodcaller("speak")(rex), methodcaller("speak", 2, loud=True)(rex), rex @ rex.owner, op.matmul(rex, rex))
print(attrgetter("a", "b.c"), itemgetter(1), methodcaller("m", 1, k=2), op.attrgetter("name") == op.attrgetter("name"))
print(op.call(max, 3, 9), op.call(dict, a=1), op.__add__ is op.add, op.not_([]), op.truth("x"))
for action in (lambda: op.add(1, "a"), lambda: op.concat(1, 2), lambda: itemgetter(), lambda: itemgetter(5)([1]), lambda: attrgetter("zz")(rex), lambda: attrgetter(3), lambda: methodcaller(), lambda: methodcaller("nope")(rex), lambda: op.indexOf([], 1), lambda: op.index(1.5), lambda: op.countOf(3, 1), lambda: op.length_hint([], "x"), lambda: op.iconcat(1, 2), lambda: op.lt(1, "x"), lambda: op.getitem(3, 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Hint:
    def __length_hint__(self):
        return 12


print(op.length_hint(Hint()), op.length_hint(object(), 7))
print(len([name for name in op.__all__]), op.itemgetter.__name__, op.itemgetter.__module__)
