# keys(), values() and items() follow their dict: length, membership, order, reversed, set operations, mapping, comparison.
d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
d["c"] = 3
print(keys, values, items, len(keys), len(values), len(items))
print("c" in keys, 3 in values, ("c", 3) in items, ("c", 4) in items, "c" in items, ("c",) in items, [] in values)
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)))
del d["a"]
d["a"] = 0
print(list(keys), list(reversed(items)))
def show(action):
    try:
        result = action()
        print(sorted(result) if isinstance(result, set) else result)
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: keys & {"a", "z"})
show(lambda: keys | ["z"])
show(lambda: keys - {"a"})
show(lambda: keys ^ {"a", "z"})
show(lambda: {"a", "z"} - keys)
show(lambda: ["a", "z"] & keys)
show(lambda: items & {("a", 0), ("b", 9)})
show(lambda: items - [("a", 0)])
show(lambda: keys & 3)
show(lambda: values & {1})
show(lambda: [] in keys)
show(lambda: ([], 1) in items)
show(lambda: {1: []}.items() & {(1, 2)})
show(lambda: {1: []}.items() | {(1, 2)})
show(lambda: keys.isdisjoint("xyz"))
show(lambda: items.isdisjoint([("a", 0)]))
show(lambda: (keys == {"a", "b", "c"}, keys == ["a", "b", "c"], keys < {"a", "b", "c", "d"}, keys <= keys, keys > {"a"}, values == values, values == d.values()))
show(lambda: keys < ["a"])
show(lambda: hash(keys))
show(lambda: hash(values) == hash(values))
show(lambda: keys.mapping)
show(lambda: keys.mapping["a"])
show(lambda: setattr(keys, "x", 1))
show(lambda: type(keys)())
iterator = iter(keys)
next(iterator)
d["new"] = 1
show(lambda: next(iterator))
show(lambda: next(iterator))
backwards = reversed(values)
d.pop("new")
show(lambda: next(backwards))
iterator = iter(items)
print(next(iterator), iterator.__length_hint__())
d["b"] = 99
print(next(iterator), list(iterator))
for view in (keys, values, items):
    print(type(view).__name__, [name for name in dir(view) if not name.startswith("__")])
