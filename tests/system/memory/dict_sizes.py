# sys.getsizeof of dicts however they came to be: grown, shrunk, displayed, copied, merged.
import sys
from collections import Counter, OrderedDict, defaultdict

size = sys.getsizeof


def grown(key):
    d = {}
    sizes = []
    for i in range(200):
        d[key(i)] = i
        if not sizes or sizes[-1][1] != size(d):
            sizes.append((len(d), size(d)))
    return sizes


print(grown(int))
print(grown(str))
print(grown(lambda i: i if i > 7 else str(i)))
d = {str(i): i for i in range(200)}
for i in range(150):
    del d[str(i)]
print(size(d), size(d.copy()), size(dict(d)), size({**d}), size(d | {}))
d["x"] = 1
print(size(d))
for i in range(60):
    d[i] = 1
print(size(d))
while len(d) > 3:
    d.popitem()
print(size(d))
d.clear()
print(size(d))
d["a"] = 1
print(size(d))
print([eval("size({%s})" % ",".join(f"{i}: size" for i in range(n))) for n in range(0, 60, 3)])
print([eval("size({%s})" % ",".join(f"'{i}': 1" for i in range(n))) for n in range(0, 60, 3)])
print(size({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, 2: 3}), size({"a": 1, "b": 1, "c": 1, 2: 3}))
for n in range(0, 40, 3):
    a = {i: i for i in range(n)}
    b = {}
    b.update(a)
    c = {1: 1, "x": 3}
    c.update(a)
    print(n, size(b), size(c), size(a.copy()), size(dict(a, x=1)), size({**a, **c}), size(a | c), size(dict(a)))
print([(lambda **k: size(k))(**{str(i): i for i in range(n)}) for n in range(20)])
print([size(OrderedDict.fromkeys(range(n))) for n in range(12)], size(defaultdict(int, {1: 1})), size(Counter("hello")))
