"""keys(), values(), items() as live views and as sets."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


table = {"a": 1, "b": 2}
keys, values, items = table.keys(), table.values(), table.items()
print(keys, values, items)
table["c"] = 3
print(keys, values, items, len(keys), len(values), len(items))
print("a" in keys, 3 in values, ("a", 1) in items, ("a", 2) in items, "a" in items, ("a",) in items)
print(sorted(keys & {"a", "z"}), sorted(keys | ["z"]), sorted(keys - ["a"]), sorted(keys ^ {"a", "q"}))
print(sorted(["a", "q"] - keys), sorted({"a"} | keys), sorted(items & [("a", 1)]), sorted(items - [("a", 1)]))
print(keys == {"a", "b", "c"}, keys < {"a", "b", "c", "d"}, keys <= keys, keys > {"a"}, keys >= {"z"}, keys != {"a"})
print(keys.isdisjoint("xyz"), keys.isdisjoint("a"), items.isdisjoint([("a", 1)]), keys.isdisjoint(keys))
print(keys.mapping, type(keys.mapping), list(reversed(items)))
for view in (keys, items):
    error(hash, view)
    error(lambda: view < 5)
    error(lambda: view & 5)
    error(type(view))
print(values == table.values(), values == values)
recursive = {}
recursive["me"] = recursive.items()
print(recursive)
