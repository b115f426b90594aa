# Attribute lookup order: data descriptor, instance, class, __getattr__.
class Data:
    def __get__(self, instance, owner):
        return "data descriptor"

    def __set__(self, instance, value):
        instance.__dict__["data"] = f"stored {value}"


class NonData:
    def __get__(self, instance, owner):
        return "non-data descriptor"


class Base:
    inherited = "base"
    data = Data()
    non_data = NonData()
    plain = "class plain"


class Child(Base):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"getattr {name}"


c = Child()
c.__dict__.update(data="instance", non_data="instance", plain="instance")
print(c.data, c.non_data, c.plain, c.inherited, c.unknown)
c.data = 5
print(c.__dict__["data"], c.data)
del c.plain
print(c.plain, Child.plain, Base.__dict__["plain"])
Child.inherited = "child"
print(c.inherited, Base.inherited)
del Child.inherited
print(c.inherited)
print(object.__getattribute__(c, "non_data"), vars(Base)["non_data"].__class__.__name__)


class Lazy:
    def __getattr__(self, name):
        value = name.upper()
        setattr(self, name, value)
        print("made", name)
        return value


lazy = Lazy()
print(lazy.abc, lazy.abc)


class Failing:
    @property
    def broken(self):
        return self.nothing

    def __getattr__(self, name):
        return f"fallback for {name}"


print(Failing().broken)
try:
    Base().unknown
except AttributeError as error:
    print(error, error.name, type(error.obj).__name__)
