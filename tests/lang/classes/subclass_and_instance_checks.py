# isinstance and issubclass: tuples, unions, __instancecheck__, __subclasscheck__, __class__ properties, __bases__ of objects that are no classes, recursion.
import abc, types
def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)
show(lambda: (isinstance(True, int), isinstance(1, bool), isinstance(1, (str, (float, (int,)))), isinstance(1, ()), isinstance(1, int | str), isinstance(None, int | None), isinstance("a", int | None)))
show(lambda: isinstance(1, [int]))
show(lambda: isinstance(1, 3))
show(lambda: isinstance(1, (int, 3)))
show(lambda: isinstance("a", (int, 3)))
show(lambda: isinstance([], list[int]))
show(lambda: isinstance(1, int | list[int]))
show(lambda: isinstance([], int | list[int]))
show(lambda: issubclass(bool, (str, (int,))))
show(lambda: issubclass(3, int))
show(lambda: issubclass(int, 3))
show(lambda: issubclass(int, int | str))
show(lambda: issubclass(list[int], list))
show(lambda: issubclass(int))
class Meta(type):
    def __instancecheck__(cls, instance):
        print("  instancecheck", instance)
        return "yes" if instance else ""
    def __subclasscheck__(cls, subclass):
        print("  subclasscheck", subclass.__name__)
        return [1] if subclass is int else []
class C(metaclass=Meta): pass
c = C()
show(lambda: isinstance(5, C))
show(lambda: isinstance(0, C))
show(lambda: isinstance(c, C))
show(lambda: issubclass(int, C))
show(lambda: issubclass(C, C))
show(lambda: isinstance(0, (str, C, int)))
class Proxy:
    def __init__(self, cls): self.cls = cls
    @property
    def __class__(self): return self.cls
show(lambda: (isinstance(Proxy(int), int), isinstance(Proxy(int), Proxy), isinstance(Proxy(3), int), type(Proxy(int)).__name__))
class Raises:
    @property
    def __class__(self): raise AttributeError("no class")
class Raises2:
    @property
    def __class__(self): raise LookupError("other error")
show(lambda: isinstance(Raises(), int))
show(lambda: isinstance(Raises2(), int))
class FakeClass:
    def __init__(self, bases): self.bases = bases
    @property
    def __bases__(self): return self.bases
root = FakeClass(())
leaf = FakeClass((root,))
show(lambda: (issubclass(leaf, root), issubclass(root, leaf), issubclass(leaf, leaf)))
show(lambda: issubclass(FakeClass(3), root))
show(lambda: issubclass(leaf, int))
show(lambda: isinstance(Proxy(leaf), root))
show(lambda: isinstance(1, root))
loop = FakeClass(None); loop.bases = (loop,)
show(lambda: issubclass(leaf, FakeClass(())))
class A(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return NotImplemented if other is str else hasattr(other, "special")
class Special: special = 1
show(lambda: (issubclass(Special, A), issubclass(int, A), issubclass(str, A), isinstance(Special(), A)))
A.register(str)
show(lambda: (issubclass(str, A), isinstance("x", A)))
class BadHook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other): return 3
show(lambda: issubclass(int, BadHook))
deep = int
for _ in range(50): deep = (deep,)
show(lambda: isinstance(1, deep))
class InstanceCheckOnInstance:
    pass
o = InstanceCheckOnInstance(); o.__instancecheck__ = lambda x: True
show(lambda: isinstance(1, o))
class CheckerClass:
    def __instancecheck__(self, x): return x == 1
    def __subclasscheck__(self, x): return x is int
show(lambda: (isinstance(1, CheckerClass()), isinstance(2, CheckerClass()), issubclass(int, CheckerClass()), issubclass(3, CheckerClass())))
