# Tuples: immutability, packing, methods, comparison, one element, hashing.
t = 1, 2, 2, "a"
print(t, t[1], t[-1], t[1:], t.count(2), t.index("a"), len(t), (), (1,), ((1, 2), (3,)))
print(t + (5,), t * 2, 2 in t, (1, 2) < (1, 3), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), tuple("ab"))
for action in ("t[0] = 1", "del t[0]", "t[9]", "t.index(99)", "t + [1]", "hash((1, []))", "tuple(5)", "t['a']"):
    try:
        exec(action)
    except (TypeError, IndexError, ValueError) as error:
        print(action, type(error).__name__, error)
from collections import namedtuple

P = namedtuple("P", "x y", defaults=[0])
p = P(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), P._fields, p == (1, 0), P(*[3, 4]))
x, y = p
print(x, y, P._make([7, 8]), isinstance(p, tuple))
try:
    P()
except TypeError as error:
    print(error)
try:
    namedtuple("Q", "a a")
except ValueError as error:
    print(error)
