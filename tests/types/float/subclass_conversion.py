# float() asks the __float__ of a subclass of float; other conversions take its value.
import math
import warnings


class Half(float):
    def __float__(self):
        return 42.5


class Wrong(float):
    def __float__(self):
        return 42


class Sub(float):
    def __float__(self):
        return self


print(float(Half(1)), Half(1) + 0, math.floor(Half(1)), "%.1f" % Half(1), float(Half.__float__(Half(2))))
try:
    float(Wrong(1))
except TypeError as error:
    print(error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(type(float(Sub(3))).__name__, float(Sub(3)))
print([str(each.message) for each in caught])
for arguments in (2**31, 1.5), (2**64, 1.5), (2**31, "x"):
    for form in "%.*f", "%.*s", "%.*d":
        try:
            print(form % arguments)
        except (OverflowError, ValueError, TypeError, MemoryError) as error:
            print(form, arguments, type(error).__name__)


class Text(str):
    def __float__(self):
        return 9.0


class Index(str):
    def __index__(self):
        return 7


print(float(Text("8")), float(Index("8")))
