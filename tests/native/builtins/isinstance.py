"""isinstance and issubclass: tuples, unions, __instancecheck__, what only looks like a class."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == 5
    def __subclasscheck__(cls, subclass):
        return subclass is int
class Made(metaclass=Meta):
    pass
print(isinstance(5, Made), isinstance(6, Made), isinstance(Made(), Made), issubclass(int, Made), issubclass(str, Made))
print(isinstance(5, (str, (float, (int,)))), isinstance(5, ()), issubclass(bool, (str, int)), isinstance(5, int | str), isinstance(5, (Made, str)))
class Liar:
    __class__ = int
print(isinstance(Liar(), int), isinstance(Liar(), Liar), isinstance(Liar(), str))
class ClassLike:
    def __init__(self, *bases):
        self.__bases__ = bases
base = ClassLike()
derived = ClassLike(base)
print(issubclass(derived, base), issubclass(base, derived), isinstance(5, base), issubclass(ClassLike(int), int))
for args in ((5, 5), (5, (str, 5)), (5, "int"), (5, None)):
    error(isinstance, *args)
for args in ((5, int), (int, 5), (int, (str, 5)), (5, 5), (int, "a")):
    error(issubclass, *args)
error(isinstance, 5)
