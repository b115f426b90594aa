# Tuples compared item by item: identity first, prefixes, nested and recursive ones, unlike types, and how many items are asked.
asked = []
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        asked.append(("eq", self.n, other.n))
        return self.n == other.n
    def __lt__(self, other):
        asked.append(("lt", self.n, other.n))
        return self.n < other.n
    def __gt__(self, other):
        asked.append(("gt", self.n, other.n))
        return self.n > other.n
one = V(1)
for left, right in (((one, V(2)), (one, V(3))), ((V(1), V(2), V(0)), (V(1), V(2))), ((V(5),), (V(4), V(9)))):
    for name in ("==", "!=", "<", "<=", ">", ">="):
        asked.clear()
        try:
            result = eval(f"left {name} right")
        except TypeError as error:
            result = str(error)
        print(name, result, asked)
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
nan = float("nan")
show(lambda: ((nan,) == (nan,), (nan,) < (nan,), (nan, 1) < (nan, 2), (float("nan"),) == (float("nan"),)))
show(lambda: (1, "a") < (1, 2))
show(lambda: (1, "a") == (1, 2))
show(lambda: (1, "a") < (2, 2))
show(lambda: (1,) < [1])
show(lambda: (1,) == [1])
show(lambda: () < (0,))
show(lambda: ((), ((),), (((),),)) < ((), ((), 1)))
show(lambda: sorted([(1, (2, 3)), (1, (2,)), (1,), (), (0, 9), (1, (2, 3, 0))]))
loop = ([],)
loop[0].append(loop)
print(loop)
show(lambda: loop == loop)
show(lambda: hash(loop))
class Named(tuple):
    def __eq__(self, other):
        return "mine"
    __hash__ = tuple.__hash__
print((1,) == Named((1,)), Named((1,)) == (1,), (1,) != Named((1,)), {(1,): "found"}[Named((1,))] if Named((1,)) == (1,) else None)
