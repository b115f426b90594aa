"""types.UnionType: int | str."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import types
union = int | str
print(union, int | None, None | int, int | list[str], union | float, int | str | int, type(union), (int | int) is int)
print(union.__args__, union == str | int, union == int | float, hash(union) == hash(str | int), union != 5, int | bool)
print(isinstance(1, union), isinstance(1.5, union), isinstance(None, int | None), issubclass(bool, union), issubclass(float, union))
error(isinstance, 1.5, str | list[int])
error(issubclass, 5, union)
error(lambda: int | 5)
error(lambda: 5 | int)
error(lambda: union | "x")
error(lambda: union < union)
error(lambda: union[int])
error(lambda: union.missing)
error(types.UnionType)
class Meta(type):
    def __or__(cls, other):
        return "meta or"
class Made(metaclass=Meta):
    pass
print(Made | int, int | Made)
match 5:
    case int() | str():
        print("matched")
