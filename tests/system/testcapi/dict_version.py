"""The version of a dict (PEP 509): another one after each change, no other dict's, the same as long as nothing changes."""
from _testcapi import dict_get_version


class Dict(dict):
    pass


def changes(d, action, *args, **keywords):
    before = dict_get_version(d)
    try:
        action(*args, **keywords)
    except KeyError:
        pass
    return before != dict_get_version(d)


print(len({dict_get_version(d) for d in [{}, {}, {"x": 1}, {"x": 1}, Dict()]}))
for make in (dict, Dict):
    d = make(a=1, b=[])
    print(changes(d, d.copy), dict_get_version(d.copy()) == dict_get_version(d))
    print([changes(d, d.__setitem__, *args) for args in [("x", 1), ("x", 1), ("x", 2), (1, 2), (1, 2), ("b", []), ("b", d["b"])]])
    print([changes(d, d.setdefault, "x", 5), changes(d, d.setdefault, "y", 5), changes(d, d.__delitem__, "no"), changes(d, d.__delitem__, "y")])
    print([changes(d, d.pop, "no"), changes(d, d.pop, "x"), changes(d, d.popitem), changes(d, d.update), changes(d, d.update, a=1), changes(d, d.update, a=2)])
    print([changes(d, d.clear), changes(d, d.clear), changes(d, d.popitem), changes(d, d.update, {})])
try:
    dict_get_version(1)
except TypeError as error:
    print(error)
