# Dict views against all kinds of operands: results and their types, order, errors, changes while they are used.
def attempt(label, function):
    try:
        result = function()
        print(label, "=>", type(result).__name__, sorted(result, key=repr) if isinstance(result, (set, frozenset)) else result)
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


import operator

table = {"a": 1, "b": [2], 3: "c"}
operands = [{"a", 3}, frozenset(["b"]), ["a", "a"], ("a",), "ab", iter(["a"]), {"a": 5}, {"a": 5}.keys(), {"a": 1}.items(), {"a": 1}.values(), 5, None, [[1]], range(4)]
views = {"keys": table.keys(), "items": table.items(), "values": table.values()}
for name, view in views.items():
    for symbol, op in {"&": operator.and_, "|": operator.or_, "-": operator.sub, "^": operator.xor, "<": operator.lt, "<=": operator.le, "==": operator.eq, ">": operator.gt, "!=": operator.ne}.items():
        for operand in operands:
            shown = type(operand).__name__
            attempt(f"{name} {symbol} {shown}", lambda: op(view, list(operand) if hasattr(operand, "__next__") else operand))
            attempt(f"{shown} {symbol} {name}", lambda: op(list(operand) if hasattr(operand, "__next__") else operand, view))
for name, view in views.items():
    attempt(f"{name} isdisjoint", lambda: view.isdisjoint(["z"]))
    attempt(f"{name} hash", lambda: hash(view) and 1)
    attempt(f"{name} len", lambda: len(view))
    attempt(f"{name} reversed", lambda: list(reversed(view)))
    attempt(f"{name} mapping", lambda: view.mapping == table)
    attempt(f"{name} mapping changed", lambda: operator.setitem(view.mapping, "x", 1))
    attempt(f"{name} in", lambda: ("a" in view, ("a", 1) in view, 1 in view, ("a", 1, 2) in view))
    attempt(f"{name} unhashable", lambda: [] in view)
    attempt(f"{name} repr", lambda: repr(view))
    attempt(f"{name} copy", lambda: type(view)(table))
    attempt(f"{name} reduce", lambda: view.__reduce_ex__(4))
    attempt(f"{name} subclass", lambda: type("V", (type(view),), {}))


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 77

    def __eq__(self, other):
        growing[len(growing)] = 1
        return False


growing = {}
growing[Key("k")] = 1
attempt("grows in a search", lambda: Key("other") in growing.keys())
recursive = {}
recursive["self"] = recursive.values()
attempt("recursive", lambda: repr(recursive))
recursive["items"] = recursive.items()
attempt("recursive items", lambda: repr(recursive)[:60])
