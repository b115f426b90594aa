# Slices, sums and products of tuples: which are the same object, of which type for subclasses, which errors.
class T(tuple):
    pass
t = (1, 2, 3, 4, 5)
empty = ()
print(t[:] is t, t[0:5] is t, t[::1] is t, t[1:1] is empty, t * 1 is t, t * 0 is empty, t * -3 is empty, t + () is t, () + t is t, tuple(t) is t, tuple([]) is empty)
s = T(t)
print(s[:] is s, type(s[:]), type(s * 1), type(s + ()), type(() + s), tuple(s) is s, type(tuple(s)), T(s) is s, s == t, hash(s) == hash(t))
for start in (None, 0, 2, -2, 9, -9):
    for stop in (None, 3, -1, 9):
        print(start, stop, [t[start:stop:step] for step in (None, 2, -1, -3)])
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: t + [1])
show(lambda: t * 2.0)
show(lambda: t * "2")
show(lambda: "2" * t)
show(lambda: t * 2**70)
show(lambda: t[5])
show(lambda: t[-6])
show(lambda: t["0"])
show(lambda: t[None])
show(lambda: t[1:2:0])
show(lambda: t[2**70])
show(lambda: t[True])
show(lambda: t.index(3, 3))
show(lambda: t.index(3, -3, 2**70))
show(lambda: t.count(2.0))
show(lambda: tuple(3))
show(lambda: tuple(1, 2))
show(lambda: tuple(iterable=[1]))
show(lambda: tuple(sequence=[1]))
show(lambda: T(x=1))
class Init(tuple):
    def __init__(self, items, extra=None):
        self.extra = extra
    def __new__(cls, items, extra=None):
        return super().__new__(cls, items)
i = Init("ab", extra=5)
print(i, i.extra, i[0], i * 2, len(i))
def generator():
    yield 1
    raise LookupError("stop here")
show(lambda: tuple(generator()))
show(lambda: (*generator(),))
