# Insertion order through deletion and reinsertion; keys that are equal but different; views that follow.
d = {}
for k in "abcd":
    d[k] = len(d)
del d["b"]
d["b"] = "back"
d["a"] = "kept place"
print(d, list(d), next(iter(d)), next(reversed(d)))
k1, k2 = (1, 2), (1.0, 2.0)
m = {k1: "first"}
m[k2] = "second"
print(m, {1: "i", True: "t", 1.0: "f"}, {"a": 1, **{"a": 2}}, {0: 1, False: 2, 0.0: 3})
view, items = d.keys(), d.items()
d["new"] = 1
print(len(view), ("new", 1) in items, list(view)[-1], view == set("acdb") | {"new"})
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:3], big[999], 998 in big, sum(big) == sum(range(1, 1000, 2)))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


collide = {Key(i): i for i in range(9)}
collide.pop(Key(4))
print(collide, collide[Key(7)], Key(4) in collide, collide.get(Key(100)))


class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("eq")


e = {Evil(): 1}
try:
    e[Evil()]
except ValueError as error:
    print(error)
for key in list(d):
    if key in "ac":
        del d[key]
print(d, dict(sorted({"b": 1, "a": 2}.items())), {v: k for k, v in {"x": 1, "y": 2}.items()})
