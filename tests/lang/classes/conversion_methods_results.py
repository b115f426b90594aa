# What __int__, __float__, __complex__, __index__, __bool__, __len__, __str__, __repr__, __bytes__, __format__, __hash__, __length_hint__ may return.
import operator, math, warnings
class I(int): pass
class F(float): pass
class S(str): pass
def make(name, value):
    def method(self, *args):
        if isinstance(value, Exception): raise value
        return value
    return type("X", (), {name: method})()
def show(name, value, action):
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = action(make(name, value))
        print(name, repr(value), "->", repr(result), type(result).__name__, *[f"{w.category.__name__}: {w.message}" for w in caught])
    except Exception as error:
        print(name, repr(value), "!", type(error).__name__, error)
values = [1, -1, True, 2**70, 1.5, "1", None, I(3), F(2.5), S("s"), b"b", NotImplemented, LookupError("raised")]
uses = [("__int__", int), ("__float__", float), ("__complex__", complex), ("__index__", operator.index), ("__index__", lambda x: [10, 20][x]), ("__index__", lambda x: "ab" * x), ("__index__", hex), ("__index__", float), ("__index__", int), ("__trunc__", math.trunc),
        ("__bool__", bool), ("__len__", len), ("__len__", bool), ("__str__", str), ("__repr__", repr), ("__repr__", lambda x: f"{x}"), ("__bytes__", bytes), ("__format__", lambda x: format(x, "")), ("__hash__", hash), ("__length_hint__", lambda x: operator.length_hint(x, 7)), ("__round__", round), ("__floor__", math.floor),
        ("__ceil__", math.ceil), ("__contains__", lambda x: 1 in x), ("__dir__", dir), ("__sizeof__", lambda x: x.__sizeof__()), ("__iter__", iter), ("__reversed__", reversed), ("__getstate__", lambda x: x.__getstate__()), ("__fspath__", __import__("os").fspath), ("__abs__", abs), ("__neg__", operator.neg), ("__divmod__", lambda x: divmod(x, 1)), ("__missing__", lambda x: 0)]
for name, action in uses:
    for value in values:
        if name == "__hash__" and value == 2**70:
            continue
        show(name, value, action)
