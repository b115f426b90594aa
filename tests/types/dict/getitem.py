"""Looking keys up: __missing__, get, setdefault, and what is hashable."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Default(dict):
    def __missing__(self, key):
        return f"missing {key}"
default = Default(a=1)
print(default["a"], default["b"], default.get("b"), "b" in default, default.setdefault("b"), default)
table = {1: "int", "1": "str", None: 0}
print(table[1.0], table[True], table["1"], table[None], table.get(5), table.get(5, "x"))
error(lambda: table[5])
error(lambda: table[[]])
error(lambda: table[{}])
error(table.get)
error(table.get, 1, 2, 3)
error(table.get, [])
print(table.setdefault(9), table.setdefault(9, 5), table.setdefault(10, 6), table)
error(table.setdefault, [])
error(table.__contains__, [])
print({1: "a", 1.0: "b", True: "c"}, {-1: 1, -1.0: 2}, {2**70: 1, float(2**70): 2}, {0: 1, -0.0: 2, False: 3})
error(table.__getitem__)
