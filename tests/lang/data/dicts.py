# Dicts: order, methods, views, merging, errors.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), list(d.values()), list(d.items()), len(d))
print(d.get("x"), d.get("x", 0), d.setdefault("z", []), d.setdefault("a", 9), d.pop("z"), d.pop("q", None))
print(d.popitem(), d, "a" in d, 2 in d.values(), ("b", 10) in d.items())
d.update({"k": 1}, m=2)
d.update([("n", 3)])
print(d, d | {"b": 0}, {"b": 0} | d)
d |= {"new": 1}
keys = d.keys()
del d["new"]
print(keys, keys & {"a", "zz"}, sorted(keys - {"a"}), d.items() >= {("a", 2)})
print(dict.fromkeys("ab", 0), dict(a=1), {1: "a", 1.0: "b", True: "c"}, {**d, "a": 0})
print(list(reversed({"x": 1, "y": 2})), {"a": 1, "b": 2} == {"b": 2, "a": 1})
for action in ("d['missing']", "del d['missing']", "{}.popitem()", "d.pop('missing')", "{[]: 1}", "d < d", "d.update(5)", "dict([(1,)])"):
    try:
        eval(action) if not action.startswith("del") else exec(action)
    except (KeyError, TypeError, ValueError) as error:
        print(action, type(error).__name__, error)
e = {}
e["self"] = e
print(e, d.copy() is d, d.clear(), d)
