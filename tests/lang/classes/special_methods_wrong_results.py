# What is said when a special method gives a value of the wrong type, by each protocol that asks for it.
import math
import operator


def attempt(label, function):
    try:
        print(label, "=>", str(type(r).__name__ if " at 0x" in repr(r := function()) else repr(r))[:60])
    except Exception as error:
        print(label, "=>", type(error).__name__, str(error).split(" at 0x")[0])


uses = {
    "__len__": [len, bool, lambda v: list(v), operator.length_hint],
    "__bool__": [bool, lambda v: not v, lambda v: v and 1, lambda v: [x for x in [1] if v], lambda v: any([v])],
    "__hash__": [lambda v: hash(v) and 1, lambda v: {v}, lambda v: {v: 1}],
    "__str__": [str, "{}".format, lambda v: f"{v}", lambda v: "%s" % v, print],
    "__repr__": [repr, lambda v: f"{v!r}", lambda v: [v].__repr__(), ascii],
    "__bytes__": [bytes, lambda v: b"%b" % v],
    "__format__": [format, lambda v: f"{v:x}", "{:x}".format],
    "__int__": [int, lambda v: "%d" % v, lambda v: math.trunc(v)],
    "__float__": [float, lambda v: "%f" % v, math.sin, complex],
    "__complex__": [complex, lambda v: __import__("cmath").sin(v)],
    "__index__": [operator.index, lambda v: [1, 2][v], lambda v: "a" * v, bin, chr, range, lambda v: [1][v:], lambda v: round(1.5, v), bytes, int, float],
    "__iter__": [iter, list, lambda v: [*v], lambda v: 1 in v, lambda v: dict(v), lambda v: max(v)],
    "__next__": [next],
    "__contains__": [lambda v: 1 in v, lambda v: 1 not in v],
    "__reversed__": [reversed, lambda v: list(reversed(v))],
    "__length_hint__": [operator.length_hint, list],
    "__dir__": [dir],
    "__instancecheck__": [lambda v: isinstance(1, v)],
    "__subclasscheck__": [lambda v: issubclass(int, v)],
    "__getattr__": [lambda v: v.x, lambda v: hasattr(v, "x")],
    "__call__": [lambda v: v(), lambda v: sorted([1], key=v), callable],
    "__round__": [round, lambda v: round(v, 1)],
    "__trunc__": [math.trunc, int],
    "__ceil__": [math.ceil],
    "__eq__": [lambda v: v == 1, lambda v: [1].index(v), lambda v: v != 1],
    "__lt__": [lambda v: v < 1, lambda v: sorted([v, v]), lambda v: 1 > v],
    "__enter__": [lambda v: exec("with v: pass", {"v": v})],
    "__await__": [lambda v: exec("async def f(): await v\nf().send(None)", {"v": v})],
    "__aiter__": [lambda v: exec("async def f():\n async for x in v: pass\nf().send(None)", {"v": v})],
    "__fspath__": [__import__("os").fspath, open],
    "__set_name__": [lambda v: type("N", (), {"attribute": v})],
    "__mro_entries__": [lambda v: exec("class N(v): pass", {"v": v})],
    "__class_getitem__": [lambda v: v[1], lambda v: type(v)[1]],
    "__missing__": [lambda v: type("D", (dict,), {"__missing__": type(v).__missing__})()[1]],
    "__divmod__": [lambda v: divmod(v, 1)],
    "__pow__": [lambda v: v**2, lambda v: pow(v, 2, 3)],
    "__matmul__": [lambda v: v @ 1],
    "__iadd__": [lambda v: operator.iadd(v, 1)],
}
for answer in (5, -1, 2**70, "text", None, NotImplemented, 1.5, b"b", []):
    for name, functions in uses.items():
        value = type("V", (), {name: lambda self, *args: answer})()
        for i, function in enumerate(functions):
            if name == "__fspath__" and i and answer in (5, -1, "text", b"b"):
                continue
            attempt(f"{name}[{i}] {answer!r}", lambda: function(value))
    for name in ("__int__", "__len__", "__iter__", "__hash__", "__eq__", "__call__", "__str__", "__bool__", "__add__", "__contains__", "__index__", "__next__"):
        value = type("V", (), {name: None if answer == [] else answer})()
        for i, function in enumerate(uses.get(name, [lambda v: v + 1])):
            attempt(f"{name} is {answer!r} [{i}]", lambda: function(value))
