# mappingproxy: over dicts, classes and mappings; reads go through, writes are refused, `|`, views, copies, comparison, hash, repr.
import types, collections
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
d = {"a": 1, "b": 2}
p = types.MappingProxyType(d)
print(p, len(p), p["a"], "b" in p, list(p), p.get("z", 0), list(p.items()), list(p.values()), list(reversed(p)), p == d, d == p, p == types.MappingProxyType({"a": 1, "b": 2}), p != {})
d["c"] = 3
print(p, p.keys() & {"a", "z"}, p | {"z": 9}, {"y": 0} | p, type(p | p).__name__, type(p.copy()).__name__, p.copy() is d, bool(types.MappingProxyType({})))
show(lambda: p.__setitem__)
show(lambda: p.update({}))
show(lambda: p.clear())
def assign(): p["a"] = 1
def delete(): del p["a"]
def in_place():
    q = p
    q |= {"x": 1}
show(assign); show(delete); show(in_place)
show(lambda: p["missing"])
show(lambda: p[[]])
show(lambda: hash(p))
show(lambda: p < p)
show(lambda: p | [1])
show(lambda: types.MappingProxyType())
show(lambda: types.MappingProxyType([]))
show(lambda: types.MappingProxyType((1,)))
show(lambda: types.MappingProxyType("ab"))
show(lambda: types.MappingProxyType(3))
show(lambda: types.MappingProxyType(p)["a"])
show(lambda: type("P", (types.MappingProxyType,), {}))
class Map(collections.UserDict):
    def __missing__(self, key): return f"<{key}>"
    def __contains__(self, key): return "everything"
m = types.MappingProxyType(Map(x=1))
print(m["x"], m["zz"], "zz" in m, len(m), m.get("q"), m)
class OnlyGetitem:
    def __getitem__(self, key): return key * 2
g = types.MappingProxyType(OnlyGetitem())
show(lambda: g["k"])
show(lambda: len(g))
show(lambda: g.keys())
show(lambda: g.copy())
class C: x = 1
v = vars(C)
print(type(v).__name__, "x" in v, v["x"], types.MappingProxyType[str, int], v == dict(v), v.get("nope"))
C.y = 2
print(v["y"], sorted(k for k in v if len(k) == 1))
match p:
    case {"a": one, **rest}: print(one, rest)
print({**p}, dict(p), dict(**p), sorted(p), max(p, key=p.get))
