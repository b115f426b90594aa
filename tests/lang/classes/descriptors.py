# Data and non-data descriptors, __set_name__, and which of instance, class and descriptor wins.
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return f"descriptor of {owner.__name__}"
        return getattr(instance, self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(instance, self.name, value)


class Person:
    name = Typed(str)
    age = Typed(int)


p = Person()
print(p.name, Person.age)
p.name, p.age = "Ann", 30
print(p.name, p.age, sorted(p.__dict__))
try:
    p.age = "old"
except TypeError as error:
    print(error)
p.__dict__["age"] = "in dict"
print(p.age)


class NonData:
    def __get__(self, instance, owner):
        return "from descriptor"


class Holder:
    value = NonData()


h = Holder()
print(h.value)
h.value = "own"
print(h.value, Holder.value)
del h.value
print(h.value)


class Function:
    def __call__(self, *args):
        return args


class WithCallable:
    call = Function()


print(WithCallable().call(1), WithCallable.__dict__["call"].__class__.__name__)


class ReadOnly:
    def __get__(self, instance, owner):
        return 42

    def __set__(self, instance, value):
        raise AttributeError("read only")


class R:
    r = ReadOnly()


try:
    R().r = 1
except AttributeError as error:
    print(error, R().r)
