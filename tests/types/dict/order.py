"""Dicts keep the order of insertion."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


table = {}
for key in "hello world":
    table[key] = table.get(key, 0) + 1
print(table)
table["h"] = "changed"
del table["e"]
table["e"] = "back"
print(list(table), list(reversed(table)), list(reversed(table.values())), list(reversed(table.items())))
for i in range(100):
    table[i] = i
for i in range(99):
    del table[i]
table["last"] = 1
print(table)
print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {1: 2} != {2: 2}, {1: 2} == 5, {"a": float("nan")} == {"a": float("nan")})
error(lambda: {} < {})
error(hash, {})
