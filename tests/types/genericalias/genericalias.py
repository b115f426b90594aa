"""types.GenericAlias: list[int] and friends."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from types import GenericAlias
alias = list[int]
print(alias, dict[str, list[int]], tuple[()], tuple[int, ...], list["x"], list[None], type[int], alias.__origin__, alias.__args__)
print(alias == list[int], alias == list[str], hash(alias) == hash(list[int]), alias([1, 2]), alias.append([1], 2), alias.__name__)
print(GenericAlias(list, int), GenericAlias(list, (int, str)), alias.__mro_entries__(()), alias.__reduce__())
error(GenericAlias)
error(GenericAlias, list, a=1)
error(lambda: alias[int])
error(isinstance, [], alias)
error(issubclass, list, alias)
error(lambda: alias < alias)
error(lambda: alias.missing)
error(setattr, alias, "x", 1)
starred = next(iter(tuple[int, str]))
print(starred, starred.__unpacked__, alias.__unpacked__, list[*tuple[int]], list(iter(alias)))
class Box:
    __class_getitem__ = classmethod(GenericAlias)
    def __init__(self, value):
        self.value = value
box = Box[int](5)
print(Box[int], box.value, box.__orig_class__, isinstance(box, Box))
class Sub(list[int]):
    pass
print(Sub.__bases__, Sub.__orig_bases__, Sub([1]))
print([name for name in dir(alias) if name not in dir(list)])
