# Dict order: updates keep the place, deletion and reinsertion move, popitem, merges, kwargs, class bodies, vars and json.
import collections
import json

d = {"b": 1, "a": 2, "c": 3}
d["b"] = 9
print(d, list(d))
del d["b"]
d["b"] = 0
print(d, d.popitem(), d)
d.setdefault("a", 5)
d.setdefault("z", 5)
print(d, next(iter(d)), next(reversed(d)), list(reversed(d.items())))
print({"x": 1, "y": 2} | {"y": 3, "w": 4, "x": 5}, {**{"q": 1}, "r": 2, **{"q": 3}}, dict(zip("cab", range(3)), d=4, a=9))
d.update({"c": 0, "first?": 1}, a=7)
print(d)
for key in list(d):
    if key != "a":
        d.pop(key)
d["new"] = d.pop("a")
print(d)
many = {n: n for n in range(20)}
for n in range(0, 20, 2):
    del many[n]
for n in range(0, 6, 2):
    many[n] = -n
print(many)
print({1: "a", True: "b", 1.0: "c", 2: "d"}, {k: None for k in "hello"}, dict.fromkeys("mississippi"))


def f(**kwargs):
    return kwargs


print(f(z=1, a=2, **{"m": 3, "b": 4}), list(f(**{"9": 1, "1": 2})))


class Body:
    z = 1
    a = 2
    z = 3

    def method(self):
        self.two = 2
        self.one = 1


body = Body()
body.method()
body.two = 22
print([n for n in vars(Body) if not n.startswith("__")], vars(body))
del body.two
body.two = 5
print(vars(body), json.dumps(vars(body)), json.loads('{"b": 1, "a": 2, "b": 3}'), json.loads('{"10": 1, "9": 2, "1": 3}'))
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, collections.OrderedDict(a=1, b=2) == collections.OrderedDict(b=2, a=1), collections.OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, list({"a": 1, "b": 2}.items()) == list({"b": 2, "a": 1}.items()))
ordered = collections.OrderedDict.fromkeys("abc", 0)
ordered.move_to_end("a")
ordered.move_to_end("c", last=False)
print(ordered, ordered.popitem(last=False), list(reversed(ordered)))
try:
    ordered.move_to_end("zz")
except KeyError as error:
    print(error)
try:
    collections.OrderedDict().popitem()
except KeyError as error:
    print(error)
ints = {10: 0, 2: 0, 1: 0, "1": 0, -1: 0, 2**40: 0}
ints[3] = 0
print(ints, list({"10": 1, "2": 2, "01": 3}))
counter = collections.Counter("abracadabra")
print(counter, counter.most_common(2), list(counter), counter + collections.Counter(b=-5, z=1), +collections.Counter(a=-1, b=1), list(counter.elements())[:6])
