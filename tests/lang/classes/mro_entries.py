# __mro_entries__: bases that are no classes stand for some, __orig_bases__ remembers them, and types.resolve_bases does the same.
import types
class Base:
    def hello(self):
        return "hello from Base"
class Stand:
    def __init__(self, *entries):
        self.entries = entries
    def __mro_entries__(self, bases):
        print("asked with", [getattr(b, "__name__", "stand") for b in bases])
        return self.entries
one = Stand(Base)
none = Stand()
two = Stand(Base, int)
class A(one):
    pass
class B(none):
    pass
class C(str, none, one):
    pass
for cls in (A, B, C):
    print(cls.__name__, [b.__name__ for b in cls.__bases__], cls.__orig_bases__ == cls.__dict__["__orig_bases__"], len(cls.__orig_bases__))
print(A().hello(), hasattr(Base, "__orig_bases__"), types.get_original_bases(A) == (one,), types.get_original_bases(Base))
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: exec("class D(two, Base): pass"))
show(lambda: exec("class D(Stand(5)): pass"))
show(lambda: exec("class D(3): pass"))
class Wrong:
    def __mro_entries__(self, bases):
        return [Base]
show(lambda: exec("class D(Wrong()): pass"))
class Raises:
    def __mro_entries__(self, bases):
        raise LookupError("no entries")
show(lambda: exec("class D(Raises()): pass"))
show(lambda: type("D", (one,), {}))
show(lambda: types.new_class("D", (one, none)).__mro__[1].__name__)
show(lambda: types.resolve_bases((one, int, none)))
instance = Stand(Base)
instance.__mro_entries__ = lambda bases: (int,)
class OnInstance(instance):
    pass
print(OnInstance.__bases__[0].__name__)
class OnClass:
    @classmethod
    def __mro_entries__(cls, bases):
        return (Base,)
show(lambda: exec("class D(OnClass): pass\nprint(D.__bases__[0].__name__)"))
show(lambda: exec("class D(list[int], dict[str, int]): pass"))
class G(list[int]):
    pass
print(G.__bases__, G.__orig_bases__)
