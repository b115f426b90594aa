# pprint: layouts of nested data.
import io
import pprint
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace

data = {"name": "a rather long name for a value", "items": list(range(30)), "nested": {"z": [1, 2, {"deep": ("tuple", "of", "words")}], "a": None}, "text": "word " * 25, "bytes": bytes(range(60))}
pprint.pprint(data)
pprint.pprint(data, width=40, compact=True, indent=2, sort_dicts=False)
pprint.pprint(data, depth=1)
pprint.pp({"z": 1, "a": 2})
print(pprint.pformat([1, 2, 3], width=5), pprint.pformat({3, 1, 2}), pprint.pformat(set()), pprint.pformat(()), pprint.pformat((1,)), pprint.pformat(frozenset(range(30)), width=30), sep="\n")
print(pprint.pformat({"b": 1, 2: "x", None: 3, (1, 2): 4}), pprint.saferepr("é\n"), pprint.isreadable([1, {"a": int}]), pprint.isrecursive([]))
loop = [1]
loop.append(loop)
print(pprint.pformat(loop)[:20], pprint.isrecursive(loop), pprint.isreadable(loop))


@dataclass
class Item:
    name: str
    values: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False)


pprint.pprint([Item("short"), Item("long " * 10, list(range(25)))])
pprint.pprint(SimpleNamespace(alpha="a" * 30, beta="b" * 30, gamma=[1, 2]), width=40)
for container in (OrderedDict(a=list(range(10)), b="x" * 30), defaultdict(list, a=list(range(10)), b=["x" * 20]), Counter("abracadabra" * 2), deque(range(20), 50), ChainMap({"a": "x" * 20}, {"b": "y" * 20}), MappingProxyType({"a": "x" * 20, "b": "y" * 20}), UserDict(a="x" * 20, b="y" * 20), UserList(range(20)), UserString("words and " * 8), bytearray(range(40)), {i: i * 1000000 for i in range(5)}.keys()):
    pprint.pprint(container, width=40)
printer = pprint.PrettyPrinter(indent=4, width=30, underscore_numbers=True, stream=io.StringIO())
print(printer.pformat([1234567, [10**9] * 3, {"k": "a string that has to be split over lines"}]))
printer.pprint({"a": 1})
print(printer._stream.getvalue())


class Custom(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, float):
            return f"{object:.2f}", True, False
        return super().format(object, context, maxlevels, level)


Custom().pprint({"pi": 3.14159, "list": [1.5, 2.25]})
for bad in ({"indent": -1}, {"width": 0}, {"depth": 0}):
    try:
        pprint.PrettyPrinter(**bad)
    except ValueError as error:
        print(error)
