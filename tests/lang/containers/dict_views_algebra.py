# Dict views as sets: operators with any iterable, comparison, isdisjoint, what they refuse, reversed and live.
table = {"a": 1, "b": 2, "c": [3]}
keys, values, items = table.keys(), table.values(), table.items()


def show(text):
    try:
        value = eval(text)
        print(text, "=", sorted(value, key=repr) if isinstance(value, set) else value)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    "keys & 'abx'", "keys | ['z']", "keys - {'a'}", "keys ^ 'ad'", "'abx' & keys", "['a', 'q'] - keys", "{'a'} | keys", "('a',) ^ keys", "keys & 5", "5 - keys", "keys & items", "items & {('a', 1)}", "items - [('a', 1), ('c', [3])]", "items | {1}", "items ^ items", "{'a': 1, 'b': 3}.items() & {'a': 1, 'b': 4}.items()", "values & values", "values - {1}", "values == values", "table.values() == table.values()", "keys == table.keys()", "keys == {'a', 'b', 'c'}", "keys == ['a', 'b', 'c']", "keys < {'a', 'b', 'c', 'd'}", "keys <= {'a'}", "keys > {'a'}", "keys >= 'a'", "items == {('a', 1)}", "items >= {('a', 1)}", "keys < 5", "keys != {'a'}", "keys.isdisjoint('xyz')", "keys.isdisjoint('xa')", "keys.isdisjoint(keys)", "items.isdisjoint([('a', 2)])", "items.isdisjoint(5)", "('a', 1) in items", "('a', 1, 2) in items", "['a', 1] in items", "('c', [3]) in items", "([], 1) in items", "[] in keys", "[3] in values", "len(items)", "list(reversed(keys))", "list(reversed(items))", "keys[0]", "hash(keys)", "hash(values) is None", "bool({}.keys())", "keys.mapping", "values.mapping['a']", "keys.mapping['a']", "type(keys)()", "keys & {}", "keys & iter('ab')", "type(keys & set())", "iter(keys) is iter(keys)", "keys()", "keys.add('x')", "dict(items) == table", "list(keys) + list(values)", "max(keys)", "(*keys,)", "{**table, 'd': 4}.keys() - keys",
]:
    show(text)
table["new"] = 4
print(keys, len(values), list(items)[-1])
del table["a"]
print(list(keys), repr(values), repr(items), str({}.keys()), repr({1: {}}.items()))
try:
    keys.mapping["x"] = 1
except TypeError as error:
    print(error)
import collections.abc as abc
import copy
import pickle

print([isinstance(keys, c) for c in (abc.Set, abc.KeysView, abc.Sequence, abc.Reversible)], isinstance(values, abc.Set), isinstance(values, abc.ValuesView))
for function in (copy.copy, pickle.dumps):
    try:
        function(keys)
    except TypeError as error:
        print(error)


class Sub(dict):
    def keys(self):
        return ["fake"]

    def __iter__(self):
        return iter(["other"])

    def __getitem__(self, key):
        return f"<{key}>"


sub = Sub(real=1)
print(dict(sub), {**sub}, list(sub), list(sub.items()), dict.keys(sub), sub | {"z": 0}, {"y": 0} | sub, dict(**sub))
