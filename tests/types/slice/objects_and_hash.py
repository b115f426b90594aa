# slice objects: attributes, comparison, hash in 3.12, indices with odd lengths and members, reduce, use as keys and in __getitem__.
import copy, pickle
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(slice(3), slice(1, 2), slice(1, 2, 3), slice(None, "a", []), repr(slice(slice(1), slice(2))))
s = slice(1, [2], None)
print(s.start, s.stop, s.step, s == slice(1, [2]), s != slice(1, [3]), slice(1) < slice(2), slice(1, 2) < slice(1, 3), slice(2) >= slice(1))
show(lambda: slice(None) < slice(1))
show(lambda: slice(1) < 3)
show(lambda: slice(1) == 3)
show(lambda: hash(slice(1, 2)) == hash(slice(1, 2, None)))
show(lambda: {slice(1, 2): "found"}[slice(1, 2)])
show(lambda: hash(slice([])))
show(lambda: setattr(s, "start", 5))
show(lambda: slice())
show(lambda: slice(1, 2, 3, 4))
show(lambda: slice(stop=3))
for sl in (slice(None), slice(2, 8, 3), slice(-3, None), slice(None, None, -1), slice(100, -100, -2), slice(-100, 100), slice(5, 2), slice(10**30), slice(-10**30, 10**30, 10**30)):
    print(sl, [sl.indices(n) for n in (0, 1, 5, 10**20)])
show(lambda: slice(1).indices(-1))
show(lambda: slice(1).indices(1.0))
show(lambda: slice(1).indices())
show(lambda: slice(1.0).indices(5))
show(lambda: slice("a", "b").indices(5))
show(lambda: slice(1, 2, 0).indices(5))
class Index:
    def __index__(self): print("  asked"); return 2
show(lambda: slice(Index(), Index(), Index()).indices(Index()))
class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("  set", key, value)
    def __delitem__(self, key): print("  del", key)
o = Show()
print(o[1], o[1:2], o[1:2:3], o[:], o[::], o[1:, :2], o[...], o[:, ...], o[()], o[1,], o[*[1, 2]], o[*[1], 2:3], o[(1, 2)], o[None:None])
o[1:2] = 5; o[::2, 3] = 6
del o[1:], o[:]
x = [0, 1, 2]
x[1:1] += [9]
print(x)
for sl in (slice(1, 2, 3), slice("a", None)):
    print(sl.__reduce__(), copy.copy(sl) == sl, copy.deepcopy(sl) == sl, pickle.loads(pickle.dumps(sl)) == sl)
show(lambda: type("S", (slice,), {}))
loop = slice([], None); loop.start.append(loop)
show(lambda: repr(loop)[:40])
