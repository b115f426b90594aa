"""Hash and use of frozensets as keys."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash(frozenset()) == hash(frozenset([])))
print(len({frozenset([1, 2]), frozenset([2, 1]), frozenset([3])}), {frozenset("ab"): 1}[frozenset("ba")])
print(frozenset([1]) == {1}, {1} == frozenset([1]), frozenset([1]) in [{1}])
table = {frozenset([i, i + 1]): i for i in range(100)}
print(len(table), table[frozenset([51, 50])])
error(hash, frozenset([frozenset([1]), 2]) and {1})
error(frozenset([1]).add if hasattr(frozenset, "add") else (lambda: "no add"))
print([name for name in dir(frozenset) if not name.startswith("_")])
