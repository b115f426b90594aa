"""Classes registered as sequences or mappings take part in patterns."""
import collections.abc


def kind(value):
    match value:
        case {"a": x}:
            return "mapping", x
        case [first, *rest]:
            return "sequence", first, len(rest)
        case _:
            return "other"


class Items:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (10, 20)[index]


class Pairs(collections.abc.Mapping):
    def __getitem__(self, key):
        return {"a": 1}[key]

    def __iter__(self):
        return iter(["a"])

    def __len__(self):
        return 1


class Later(Items):
    pass


print(kind(Items()), kind(Pairs()), kind(Later()), kind("ab"), kind(b"ab"), kind(range(3)), kind({}), kind(memoryview(b"xy")))
collections.abc.Sequence.register(Items)
print(kind(Items()), kind(Later()))
