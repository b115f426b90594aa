# pop, popitem and move_to_end of an OrderedDict's subclass go around its item methods; a missing key does not.
from collections import OrderedDict


class Counting(OrderedDict):
    calls = []

    def __getitem__(self, key):
        self.calls.append(("get", key))
        return super().__getitem__(key)

    def __delitem__(self, key):
        self.calls.append(("del", key))
        super().__delitem__(key)

    def __missing__(self, key):
        self.calls.append(("missing", key))
        return key * 2


d = Counting(a=1, b=2, c=3, d=4)
print(d.pop("b"), d.calls)
print(d.popitem(), d.popitem(last=False), d.calls)
d.move_to_end("c")
print(list(d.items()), d.calls)
print(d.pop("zz", "default"), d.calls)
try:
    d.pop("zz")
except KeyError as error:
    print("KeyError", error, d.calls)
print(d["yy"], d.calls)
print(d.popitem(), len(d))
try:
    d.popitem()
except KeyError as error:
    print("KeyError", error)
