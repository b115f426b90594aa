# __prepare__ with mappings of one's own: what the body asks of them, what type.__new__ accepts, and what is copied.
import collections


class Log(dict):
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)

    def __missing__(self, key):
        if key.startswith("auto_"):
            return key.upper()
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Log()

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.order = list(namespace)
        return cls


outer = "global"


class A(metaclass=Meta):
    x = outer
    y = auto_value
    x = len([])
    del y

    def method(self):
        return outer

    def cell(self):
        return __class__

    z: int = 5


print(A.order, A.x, A().cell() is A, A.__annotations__, type(A.__dict__).__name__)
try:

    class B(metaclass=Meta):
        missing_name

except NameError as error:
    print(error)
try:

    class B(metaclass=Meta):
        del nothing

except (NameError, KeyError) as error:
    print(type(error).__name__, error)


class Plain:
    """A mapping that is no dict."""

    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value


class Convert(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Plain()

    def __new__(mcs, name, bases, namespace):
        try:
            type.__new__(mcs, name, bases, namespace)
        except TypeError as error:
            print(error)
        return super().__new__(mcs, name, bases, dict(namespace.data, extra=1))


class C(metaclass=Convert):
    value = 3


print(C.value, C.extra)


class Multi(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return collections.defaultdict(list)


class D(metaclass=Multi):
    handlers.append(1)
    handlers.append(2)
    other.append(9)


print(D.handlers, D.other)
kept = {}


class Keep(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return kept


class E(metaclass=Keep):
    a = 1


kept["a"] = 2
kept["b"] = 3
print(E.a, hasattr(E, "b"), sorted(k for k in kept if not k.startswith("__")), "__dict__" in kept, kept["__qualname__"] if "__qualname__" in kept else "no qualname")
try:
    type("F", (), {"__classcell__": 5})
except TypeError as error:
    print(error)
try:
    type("F", (), {"__qualname__": 5})
except TypeError as error:
    print(error)
print(type("F", (), {"__qualname__": "a.b"}).__qualname__, type("F", (), {"__module__": 5}).__module__)


class Swallow(type):
    def __new__(mcs, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(mcs, name, bases, namespace)


try:

    class G(metaclass=Swallow):
        def f(self):
            return __class__

except RuntimeError as error:
    print(error)


class Wrong(type):
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        return super().__new__(mcs, name + "2", bases, dict(namespace))


try:

    class H(metaclass=Wrong):
        def f(self):
            return super().__init__()

    print(H)
except TypeError as error:
    print(str(error).split("0x")[0])
