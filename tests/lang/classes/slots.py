# __slots__: no __dict__, descriptors per name, and how inheritance changes it.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), type(Point.x).__name__)
try:
    p.z = 3
except AttributeError as error:
    print(error)
del p.x
try:
    p.x
except AttributeError as error:
    print(error)


class Sub(Point):
    pass


s = Sub(1, 2)
s.z = 3
print(s.__dict__, s.x)


class Both(Point):
    __slots__ = ("z", "__dict__")


b = Both(1, 2)
b.z, b.w = 3, 4
print(b.z, b.__dict__)
try:
    class Clash:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)
try:
    class Bad:
        __slots__ = ("1x",)
except TypeError as error:
    print(error)
print(Point.__slots__, Sub.__dict__.get("__slots__"))
