# property with getter, setter and deleter; inheritance; documentation.
class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def fahrenheit(self):
        "Degrees Fahrenheit."
        return self._degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._degrees = (value - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        self._degrees = None

    @property
    def fixed(self):
        return "fixed"


c = Celsius(100)
print(c.fahrenheit, Celsius.fahrenheit.__doc__)
c.fahrenheit = 32
print(c._degrees)
del c.fahrenheit
print(c._degrees)
for action in ("c.fixed = 1", "del c.fixed"):
    try:
        exec(action)
    except AttributeError as error:
        print(error)


class Child(Celsius):
    @Celsius.fixed.getter
    def fixed(self):
        return "child " + super().fixed


print(Child(1).fixed, type(Celsius.fixed).__name__, Celsius.fixed.fset)


class Old:
    def get(self):
        return "got"

    value = property(get, None, None, "doc")
    writeonly = property(None, lambda self, v: print("wrote", v))


old = Old()
print(old.value, Old.value.__doc__)
old.writeonly = 3
try:
    old.writeonly
except AttributeError as error:
    print(error)
