"""A generic class written in C: what it gives for an item stands for the item among the bases of a class."""
from _testcapi import Generic, GenericAlias

alias = Generic[int]
print(type(alias) is GenericAlias, Generic.__class_getitem__(str).__mro_entries__(()), alias.__mro_entries__(1))


class Number(alias, object):
    pass


print(Number.__bases__, Number.__orig_bases__ == (alias, object), Number.__mro__[1:], Number("12") + 1)
for action in [Generic, GenericAlias, lambda: alias.__mro_entries__(), lambda: type("X", (Generic,), {}), lambda: type("X", (alias,), {}), lambda: alias[int]]:
    try:
        print(action())
    except TypeError as error:
        print(error)
print(Generic, GenericAlias, Generic.__mro__)
