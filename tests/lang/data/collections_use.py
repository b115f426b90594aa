# collections: deque, defaultdict, Counter, OrderedDict, ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0); d.rotate(1)
print(d, d.pop(), d.popleft(), d, d.maxlen, 2 in d, d[0], d.index(2), list(reversed(d)))
g = defaultdict(list)
for word in "apple avocado banana blueberry cherry".split():
    g[word[0]].append(word)
print(dict(g), g["z"], len(g), g.default_factory, g)
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c + Counter("ms"), c - Counter("iii"), c & Counter("sip"), sorted(c.elements())[:5], c.total())
c.update("zzz"); c.subtract({"i": 10})
print(c["z"], c["i"], +c == Counter({"s": 4, "z": 3, "p": 2, "m": 1}))
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, list(o), o.popitem(last=False), o == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
m = ChainMap({"x": 1}, {"x": 2, "y": 3})
m["z"] = 9
print(m["x"], m["y"], m.maps[0], sorted(m), m.new_child({"y": 0})["y"], m.parents["x"])
try:
    deque().pop()
except IndexError as error:
    print(error)
try:
    deque([1], maxlen=-1)
except ValueError as error:
    print(error)
