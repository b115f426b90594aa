# range: index, count, in, slices of slices, equality and hash of equal sequences, huge ranges, reversed, odd arguments.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
ranges = [range(0), range(5), range(5, 0), range(10, 0, -3), range(-5, 6, 5), range(0, 10**20, 10**19), range(2**63, 2**63 + 3), range(1, 2, 100)]
for r in ranges:
    items = list(r)
    print(r, len(r), items[:3], r.start, r.stop, r.step, bool(r), [v in r for v in (0, 4, -5, 10**19, 2**63 + 1, 4.0, 4.5, "4", True, None)])
    for a in (None, 0, 1, -1, 2, 100, -100):
        for step in (None, 2, -1):
            piece = r[a::step]
            assert list(piece) == items[a::step], (r, a, step)
            assert piece == range(piece.start, piece.stop, piece.step)
    assert list(reversed(r)) == items[::-1]
    for value in items:
        assert r.index(value) == items.index(value) and r.count(value) == 1
print(range(0) == range(3, 3) == range(5, 1), hash(range(0)) == hash(range(3, 3)), range(0, 3, 2) == range(0, 4, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(1) == [0], range(3) == range(0, 3, 1))
big = range(-10**30, 10**30)
show(lambda: len(big))
show(lambda: (big[0], big[-1], 5 in big, 10**30 in big, big.index(0), big[10**30]))
show(lambda: big[10**31])
show(lambda: big[::10**29][3])
show(lambda: bool(big))
it = iter(big); print(next(it), next(it))
show(lambda: it.__length_hint__() if False else next(reversed(big)))
show(lambda: range())
show(lambda: range(1, 2, 3, 4))
show(lambda: range(1, 2, 0))
show(lambda: range(1.0))
show(lambda: range("3"))
show(lambda: range(None))
show(lambda: range(stop=3))
show(lambda: range(3)[3])
show(lambda: range(3)["0"])
show(lambda: range(3)[1:2:0])
show(lambda: range(3).index(7))
show(lambda: range(3).index(1.0))
show(lambda: range(3).count("x"))
show(lambda: setattr(range(3), "start", 1))
class Index:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
show(lambda: (range(Index(3)), range(Index(1), Index(9), Index(4))[Index(1)], type(range(True, 2).start)))
class Equal:
    def __eq__(self, other): return other == 2
    __hash__ = None
show(lambda: (Equal() in range(5), range(5).index(Equal()), range(5).count(Equal())))
show(lambda: type("R", (range,), {}))
