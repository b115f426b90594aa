"""collections.OrderedDict."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from collections import OrderedDict
o = OrderedDict([(i, i * i) for i in range(5)])
o.move_to_end(0); o.move_to_end(4, last=False)
print(o, list(reversed(o)), o.popitem(False), o.popitem(), o, o.pop(1), o.pop(99, "d"), o.setdefault(7), o.setdefault(2, 0))
print(o == OrderedDict(o), o == OrderedDict(reversed(list(o.items()))), o == dict(reversed(list(o.items()))), o | {1: 0}, {1: 0} | o)
print(o.keys(), o.values(), o.items(), OrderedDict.fromkeys("ab", 1), OrderedDict(a=1, b=2), OrderedDict(), o.copy() == o)
for call in (lambda: o.move_to_end("zz"), lambda: o.pop("zz"), lambda: OrderedDict().popitem(), lambda: OrderedDict(1), lambda: OrderedDict([(1,)]),
             lambda: OrderedDict([(1, 2, 3)]), lambda: OrderedDict(1, 2), lambda: o.update(1, 2), lambda: o["zz"], lambda: hash(o), lambda: o | 5):
    error(call)
iterator = iter(o)
next(iterator)
o["new"] = 1
error(next, iterator)
print(list(iterator))
class Doubling(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)
doubling = Doubling(a=1)
doubling.update(b=2)
doubling |= {"c": 3}
print(doubling, doubling.pop("a"), doubling.setdefault("q", 4), doubling.copy(), doubling.popitem(), type(doubling | {}).__name__)
o.attribute = 5
print(o.__dict__, o.__reduce__()[:4])
