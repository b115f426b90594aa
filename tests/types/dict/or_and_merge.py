# `|` and `|=` of dicts, `{**a, **b}` and update: order of keys, which value and which key stays, types of results, errors.
a = {1: "a1", "x": "ax", True: "aTrue"}
b = {1.0: "b1.0", "y": "by", "x": "bx"}
print(a, b, a | b, b | a, {**a, **b}, dict(a, **{"x": 0, "z": 1}))
class D(dict):
    def __or__(self, other):
        return "D.__or__"
    def __ror__(self, other):
        return "D.__ror__"
class E(dict):
    pass
print(a | D(), D() | a, a | E(q=1), type(a | E()), type(E(a) | b), type(E(a) | E(b)))
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: a | [(1, 2)])
show(lambda: [(1, 2)] | a)
show(lambda: a | None)
def in_place(target, other):
    target |= other
    return type(target).__name__, target
show(lambda: in_place({1: 2}, [(3, 4), "ab"]))
show(lambda: in_place({1: 2}, {1: 3}.items()))
show(lambda: in_place({1: 2}, 5))
show(lambda: in_place({1: 2}, [1]))
show(lambda: in_place({1: 2}, ["abc"]))
show(lambda: in_place(E(), {"k": 1}))
class Keys:
    def keys(self):
        return iter("pq")
    def __getitem__(self, key):
        return key * 2
show(lambda: in_place({}, Keys()))
show(lambda: {**Keys()})
show(lambda: dict(Keys(), r=1))
show(lambda: {} | Keys())
show(lambda: {}.update(Keys(), p=0))
class BadKeys:
    keys = 3
show(lambda: {}.update(BadKeys()))
show(lambda: {**BadKeys()})
show(lambda: {**[1]})
show(lambda: {}.update([(1,)]))
show(lambda: {}.update([1, 2], [3]))
show(lambda: {}.update([([], 1)]))
partial = {}
try:
    partial.update([(1, 2), (3, 4), (5,)])
except ValueError as error:
    print(error, partial)
same = {1: 2}
same.update(same)
same |= same
print(same, same | same == same)
