# Small dicts with text keys, looked at often and seldom, with keys that are nearly text among them.


class Name(str):
    pass


class Loud(str):
    def __eq__(self, other):
        return str.__eq__(self, other)

    def __hash__(self):
        return str.__hash__(self)


class Equal:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == other

    def __hash__(self):
        return hash(self.text)


def joined(*parts):
    return "".join(parts)


small = {"a": 1, "b": 2}
print(small[joined("", "b")], small.get("c"), "a" in small, joined("a", "b") in small)
for turn in range(100):
    assert small["a"] == 1 and small["b"] == 2 and small.get("zz") is None
small["c"] = 3
del small["a"]
print(small, small.get("a"), list(small), small.pop("b"), small)

for kind in (Name, Loud, Equal):
    mixed = {"x": 1, kind("y"): 2}
    mixed["z"] = 3
    print(kind.__name__, mixed["x"], mixed["y"], mixed[kind("z")], mixed.get(kind("x")), len(mixed))
    mixed["y"] = 20
    mixed[kind("x")] = 10
    print(sorted(mixed.values()), [type(key).__name__ for key in mixed])
    del mixed[kind("x")]
    print(mixed.get("x"), "y" in mixed, kind("y") in mixed, len(mixed))

numbers = {i: i for i in range(20)}
print(numbers.get("n"), "n" in numbers)
numbers["n"] = "text"
print(numbers["n"], numbers.get("m"), len(numbers))
for i in range(20):
    del numbers[i]
print(numbers, numbers["n"])
numbers.clear()
print(numbers.get("n"), numbers.setdefault("n", 5), numbers)

for size in (7, 8, 9, 10, 17):
    grown = {}
    for i in range(size):
        grown["k%d" % i] = i
    for i in range(0, size, 2):
        del grown["k%d" % i]
    for i in range(0, size, 4):
        grown["k%d" % i] = -i
    print(size, grown, [grown.get("k%d" % i) for i in range(size)], grown.popitem(), grown.copy() == grown)

emoji = {"\U0001f600": 1, "plain": 2, "\ud800": 3}
print(emoji["\U0001f600"], emoji["plain"], emoji["\ud800"], emoji.get("\udfff"))
