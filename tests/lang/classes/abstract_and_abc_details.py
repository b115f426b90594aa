# Abstract methods: properties, class and static methods, mixing, __abstractmethods__ changed, update_abstractmethods, messages, object.__new__.
import abc
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class A(abc.ABC):
    @abc.abstractmethod
    def method(self): return "A.method"
    @property
    @abc.abstractmethod
    def prop(self): pass
    @classmethod
    @abc.abstractmethod
    def cls_method(cls): return "A.cls"
    @staticmethod
    @abc.abstractmethod
    def static(): return "A.static"
class OneLeft(A):
    method = prop = cls_method = None
class Done(OneLeft):
    static = staticmethod(lambda: "done")
class StillAbstract(A):
    def method(self): return super().method()
    prop = property(abc.abstractmethod(lambda self: 1))
    cls_method = classmethod(lambda cls: 1)
    static = None
print(sorted(A.__abstractmethods__), sorted(OneLeft.__abstractmethods__), Done.__abstractmethods__, sorted(StillAbstract.__abstractmethods__))
for cls in (A, OneLeft, StillAbstract, Done):
    show(lambda: type(cls()).__name__)
show(lambda: A.cls_method())
show(lambda: A.static())
show(lambda: object.__new__(A))
show(lambda: StillAbstract.__new__(StillAbstract))
OneLeft.static = None
show(lambda: OneLeft())
abc.update_abstractmethods(OneLeft)
show(lambda: type(OneLeft()).__name__)
class Late(abc.ABC): pass
Late.m = abc.abstractmethod(lambda self: 1)
show(lambda: type(Late()).__name__)
abc.update_abstractmethods(Late)
show(lambda: Late())
class NotABC:
    @abc.abstractmethod
    def m(self): return "callable anyway"
show(lambda: NotABC().m())
show(lambda: NotABC.__abstractmethods__)
NotABC.__abstractmethods__ = {"m", "other"}
show(lambda: NotABC())
del NotABC.__abstractmethods__
show(lambda: NotABC().m())
class Number(int, metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def m(self): pass
show(lambda: Number(5))
class Error(Exception, metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def m(self): pass
show(lambda: str(Error("x")))
class P:
    def __isabstractmethod__(self): return True
class Truthy:
    __isabstractmethod__ = [1]
class Raises:
    @property
    def __isabstractmethod__(self): raise LookupError("asked")
class BadBool:
    class B:
        def __bool__(self): raise ZeroDivisionError("truth")
    __isabstractmethod__ = B()
show(lambda: sorted(abc.ABCMeta("X", (), {"t": Truthy(), "p": P()}).__abstractmethods__))
show(lambda: abc.ABCMeta("X", (), {"r": Raises()}))
show(lambda: abc.ABCMeta("X", (), {"b": BadBool()}))
class Registry(abc.ABC): pass
show(lambda: Registry.register(3))
show(lambda: Registry.register(int) is int and issubclass(bool, Registry))
class Child(Registry): pass
show(lambda: Child.register(Registry))
show(lambda: isinstance(5, Child))
token = abc.get_cache_token()
Child.register(str)
print(abc.get_cache_token() != token, isinstance("s", Registry), isinstance("s", Child))
@abc.ABC.register
class Decorated: pass
print(issubclass(Decorated, abc.ABC), abc.ABC.__mro__)
