# Views of dicts: set algebra with all kinds of operands, comparison, mapping attribute, mutation during operations.
def attempt(label, function):
    try:
        result = function()
        print(" ", label, "=", sorted(result, key=repr) if isinstance(result, set) else result)
    except Exception as error:
        print(" ", label, "!", type(error).__name__, error)


d = {1: "a", 2: "b", (3,): "c"}
e = {2: "b", 4: "d", 1: "x"}
unhashable = {1: [], 2: {}}
for name, left in (("keys", d.keys()), ("items", d.items())):
    for other_name, right in (("keys", e.keys()), ("items", e.items()), ("list", [1, 2, (2, "b")]), ("set", {1, (2, "b")}), ("dict", e), ("str", "12"), ("int", 5), ("generator", (i for i in [1, (1, "a")])), ("unhashable", [[1]]), ("none", None), ("bad items", unhashable.items())):
        for operator in ("&", "|", "-", "^"):
            if other_name == "generator":
                right = (i for i in [1, (1, "a")])
            attempt(f"{name} {operator} {other_name}", lambda: eval(f"l {operator} r", {"l": left, "r": right}))
            if other_name in ("list", "set", "int"):
                attempt(f"{other_name} {operator} {name}", lambda: eval(f"r {operator} l", {"l": left, "r": right}))
    for operator in ("<", "<=", ">", ">=", "==", "!="):
        for other_name, right in (("set", set(left)), ("frozenset", frozenset(list(left)[:2])), ("keys", d.keys()), ("items", d.items()), ("list", list(left)), ("empty", set())):
            attempt(f"{name} {operator} {other_name}", lambda: eval(f"l {operator} r", {"l": left, "r": right}))
values = d.values()
for operator in ("&", "|", "<", "==", "-"):
    attempt(f"values {operator} values", lambda: eval(f"l {operator} r", {"l": values, "r": d.values()}))
print(values == values, values == d.values(), len(values), "a" in values, list(reversed(values)), repr(values), type(values.mapping).__name__, values.mapping[1])
print(d.keys().isdisjoint([5]), d.keys().isdisjoint({1}), d.items().isdisjoint(e.items()), d.items().isdisjoint([(1, "a")]))
attempt("isdisjoint", lambda: d.keys().isdisjoint(5))
attempt("mapping", lambda: d.keys().mapping.__setitem__(1, 2))
attempt("hash", lambda: hash(d.keys()))
attempt("hash", lambda: hash(d.values()) is not None)
attempt("new", lambda: type(d.keys())())
attempt("attribute", lambda: setattr(d.keys(), "x", 1))
for probe in ((1, "a"), (1, "z"), [1, "a"], (1,), (1, "a", 2), 5, ((3,), "c"), ([], 1)):
    attempt(f"{probe} in items", lambda: probe in d.items())
attempt("[] in keys", lambda: [] in d.keys())
attempt("unhashable value", lambda: (1, []) in unhashable.items())
nan = float("nan")
n = {"n": nan}
print(("n", nan) in n.items(), ("n", float("nan")) in n.items(), n.items() == n.copy().items(), n == {"n": nan}, nan in n.values())
d["self"] = d
print(d, d.items(), d.values())


class Key:
    def __init__(self, name, on_eq=None):
        self.name, self.on_eq = name, on_eq

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.on_eq is not None:
            action, self.on_eq = self.on_eq, None
            action()
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"K{self.name}"


target = {}
target[Key("a", lambda: target.clear())] = 1
attempt("clear during lookup", lambda: target.get(Key("b")))
print(target)
target = {Key("a"): 1}
target[Key("c", lambda: target.update({i: i for i in range(20)}))] = 2
attempt("grow during lookup", lambda: target.pop(Key("zz"), "absent"))
print(len(target))
target = {Key("a", lambda: target.pop("x")): 1, "x": 2}
attempt("delete during contains", lambda: Key("a") in target)
print(target)
left = {Key("a", lambda: left.clear()): 1}
attempt("compare while cleared", lambda: left == {Key("a"): 1})
first = {1: 1}
attempt("update with itself growing", lambda: first.update((i, first.setdefault(i + 100, i)) for i in range(3)))
print(first)


class Grows(dict):
    def keys(self):
        first["grown"] = 1
        return super().keys()

    def __getitem__(self, key):
        return f"item {key}"


first.update(Grows(a=1))
print(first)
print({**Grows(b=2)}, dict(Grows(c=3)), dict(**Grows(d=4)), {} | Grows(e=5), Grows(f=6) | {}, Grows.fromkeys("gh"))
d = dict.fromkeys(range(8))
for step in range(6):
    d.popitem()
    d[f"new{step}"] = step
print(list(d), d.popitem(), list(reversed(d)), list(reversed(d.items()))[:2])
attempt("setdefault unhashable", lambda: d.setdefault([], 1))
attempt("pop empty unhashable", lambda: {}.pop([], "default"))
attempt("fromkeys", lambda: dict.fromkeys(5))
attempt("fromkeys", lambda: dict.fromkeys())
attempt("update", lambda: {}.update([(1, 2), (3,)]))
attempt("update", lambda: {}.update([1]))
attempt("update", lambda: {}.update(5))
attempt("update", lambda: {}.update({}, {}))
attempt("or", lambda: {} | [(1, 2)])
attempt("ior", lambda: [x for x in [{}]][0].__ior__([(1, 2)]))
attempt("popitem", lambda: {}.popitem())
attempt("get", lambda: {}.get())
attempt("init", lambda: dict([("a", 1)], a=2, b=3))
attempt("init", lambda: dict({1: 2}, **{"a": 1}))
attempt("init", lambda: dict(1))
attempt("init", lambda: dict("ab"))
attempt("init", lambda: dict(["ab", "cd"]))
