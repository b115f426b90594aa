# Cooperative super() through mixins, with keyword arguments taken off one by one.
class Root:
    def __init__(self, **kwargs):
        print("Root", kwargs)
        assert not kwargs


class Named(Root):
    def __init__(self, *, name, **kwargs):
        print("Named", name)
        super().__init__(**kwargs)
        self.name = name


class Sized(Root):
    def __init__(self, *, size=0, **kwargs):
        print("Sized", size)
        super().__init__(**kwargs)
        self.size = size


class Box(Named, Sized):
    def __init__(self, **kwargs):
        print("Box")
        super().__init__(**kwargs)

    @classmethod
    def build(cls, text):
        name, size = text.split(":")
        return cls(name=name, size=int(size))

    @staticmethod
    def helper():
        return __class__.__name__


b = Box.build("crate:3")
print(b.name, b.size, Box.helper(), [c.__name__ for c in Box.__mro__])


class Sub(Box):
    @classmethod
    def build(cls, text):
        return super().build(text + "0")


print(type(Sub.build("x:1")).__name__, Sub.build("x:1").size)


def outside(self):
    return super().name


try:
    outside(b)
except RuntimeError as error:
    print(error)
try:
    super(int, "x").foo
except TypeError as error:
    print(error)
s = super(Named, b)
print(s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__ is b)
