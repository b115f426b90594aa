# Assigning __class__: which layouts agree, what stays, modules, immutable types, and what isinstance says then.
import types


class Plain:
    pass


class Other:
    def hello(self):
        return f"hello from {type(self).__name__} {self.__dict__}"


class Slotted:
    __slots__ = ("a", "b")


class SameSlots:
    __slots__ = ("a", "b")


class OrderedOtherwise:
    __slots__ = ("b", "a")


class MoreSlots:
    __slots__ = ("a", "b", "c")


class WithDict:
    __slots__ = ("a", "b", "__dict__")


class WithWeak:
    __slots__ = ("a", "b", "__weakref__")


class Sub(Plain):
    pass


class SubSlot(Plain):
    __slots__ = ("x",)


class IntA(int):
    pass


class IntB(int):
    pass


class ListA(list):
    pass


class Meta(type):
    def __instancecheck__(cls, instance):
        return "yes"


class Checked(metaclass=Meta):
    pass


def assign(make, target):
    instance = make()
    try:
        instance.__class__ = target
    except TypeError as error:
        print(f"  {make.__name__} -> {getattr(target, '__name__', target)!s}: {error}")
    else:
        print(f"  {make.__name__} -> {target.__name__}: now {type(instance).__name__}")
    return instance


classes = (Plain, Other, Slotted, SameSlots, OrderedOtherwise, MoreSlots, WithDict, WithWeak, Sub, SubSlot, Checked)
for source in classes:
    for target in classes:
        if source is not target:
            assign(source, target)
for source, target in ((IntA, IntB), (IntA, int), (ListA, IntA), (Plain, IntA), (Plain, object), (ListA, list)):
    assign(source, target)
assign(Plain, 5)
assign(Plain, "Other")
for value in (1, "a", [], None, object(), len, ValueError("x"), (), type):
    try:
        value.__class__ = Plain
    except TypeError as error:
        print(f"  {type(value).__name__}: {error}")
try:
    del Plain().__class__
except TypeError as error:
    print(error)

it = Plain()
it.x = 1
it.__class__ = Other
print(it.hello(), isinstance(it, Plain), isinstance(it, Other), isinstance(it, Checked), type(it) is it.__class__)
s = Slotted()
s.a, s.b = 1, 2
s.__class__ = SameSlots
print(s.a, s.b, type(s).__name__)


class Mod(types.ModuleType):
    @property
    def answer(self):
        return 42

    def __getattr__(self, name):
        return f"made {name}"


module = types.ModuleType("m")
module.__class__ = Mod
print(module.answer, module.missing, isinstance(module, Mod), module)
try:
    module.__class__ = Plain
except TypeError as error:
    print(error)


class Liar:
    @property
    def __class__(self):
        return int


liar = Liar()
print(isinstance(liar, int), isinstance(liar, Liar), type(liar).__name__, liar.__class__)
try:
    liar.__class__ = Plain
except AttributeError as error:
    print(error)
