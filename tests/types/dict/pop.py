"""pop, popitem, del, clear."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


table = {"a": 1, "b": 2, "c": 3, 4: 5}
print(table.pop("a"), table.pop("zz", None), table.pop("zz", "x"), table)
error(table.pop, "zz")
error(table.pop)
error(table.pop, [])
print(table.popitem(), table.popitem(), table)
del table["b"]
error(table.popitem)
error(table.__delitem__, "b")
table.update(x=1)
table.clear()
print(table, len(table))
big = {i: i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:5], big.popitem())
while big:
    big.popitem()
print(big)
big["again"] = 1
print(big)
