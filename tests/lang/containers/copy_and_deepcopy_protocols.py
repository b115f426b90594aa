# copy and deepcopy: memo and shared parts, cycles, __copy__, __deepcopy__, __reduce_ex__, slots, state hooks, immutables, subclasses of containers.
import copy, collections
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
shared = [1]
data = {"a": shared, "b": shared, "t": (shared, "x")}
deep = copy.deepcopy(data); flat = copy.copy(data)
print(deep, deep["a"] is deep["b"], deep["t"][0] is deep["a"], deep["a"] is shared, flat["a"] is shared)
loop = []; loop.append((loop, {"me": loop}))
d = copy.deepcopy(loop); print(d[0][0] is d, d[0][1]["me"] is d, d is loop, d)
for value in (1, "s", None, (1, 2), frozenset([1]), b"b", 1.5, int, len, show, ..., range(3), 1j, True, NotImplemented, type):
    assert copy.copy(value) is value and copy.deepcopy(value) is value, value
t = ([],); print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(((1,), 2)) is not None)
class Both:
    def __init__(self, v): self.v = v
    def __copy__(self): return ("copied", self.v)
    def __deepcopy__(self, memo): return ("deep", copy.deepcopy(self.v, memo), len(memo) > 0)
print(copy.copy(Both([1])), copy.deepcopy([Both([1]), shared]))
class State:
    def __init__(self): self.kept, self.dropped = [1], 2
    def __getstate__(self): return {"kept": self.kept}
    def __setstate__(self, state): self.__dict__.update(state); self.restored = True
s = copy.copy(State()); print(vars(s)); s = copy.deepcopy(State()); print(vars(s))
class Slots:
    __slots__ = ("a", "b", "__dict__")
o = Slots(); o.a = [1]; o.extra = [2]
c, d = copy.copy(o), copy.deepcopy(o)
print(c.a is o.a, c.extra is o.extra, d.a, d.a is o.a, d.extra, hasattr(c, "b"))
class NewArgs:
    def __new__(cls, *args, **kw): self = super().__new__(cls); self.made = (args, kw); return self
    def __getnewargs_ex__(self): return (1, [2]), {"k": [3]}
print(copy.copy(NewArgs()).made, copy.deepcopy(NewArgs()).made)
class Reduce:
    def __init__(self, *args): self.args, self.items = args, []
    def __reduce__(self): return Reduce, (1, 2), {"extra": "state"}, iter(["item"]), iter([("k", "v")])
    def append(self, x): self.items.append(x)
    def extend(self, xs): self.items.extend(xs)
    def __setitem__(self, k, v): self.items.append((k, v))
r = copy.copy(Reduce(9)); print(r.args, r.items, r.extra)
class L(list): pass
l = L([shared]); l.tag = shared
m = copy.deepcopy(l); print(type(m).__name__, m, m.tag, m[0] is m.tag, copy.copy(l).tag is shared)
for container in (collections.OrderedDict(a=shared), collections.defaultdict(list, a=shared), collections.deque([shared], 3), collections.Counter("aab"), collections.ChainMap({"x": shared})):
    k = copy.deepcopy(container); print(type(k).__name__, k, k == container)
class NoCopy:
    def __reduce_ex__(self, protocol): raise TypeError(f"refuses {protocol}")
show(lambda: copy.copy(NoCopy())); show(lambda: copy.deepcopy([NoCopy()]))
for value in (iter([]), (x for x in "a"), open, memoryview(b""), object(), copy, property()):
    show(lambda: type(copy.copy(value)).__name__)
    show(lambda: type(copy.deepcopy(value)).__name__)
class StringReduce:
    def __reduce__(self): return "a global name"
x = StringReduce(); print(copy.copy(x) is x)
class Meta(type): pass
class WithMeta(metaclass=Meta): pass
print(copy.deepcopy(WithMeta) is WithMeta, copy.deepcopy({"m": show.__get__(3)})["m"].__self__, copy.error is copy.Error)
memo = {}; y = copy.deepcopy(shared, memo); print(copy.deepcopy(shared, memo) is y, len(memo) >= 1)
