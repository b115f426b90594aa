# WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod and finalize: entries that vanish, iteration, copies, pops, equality, errors.
import weakref, gc
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, K) and self.n == other.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"K{self.n}"
    def method(self): return f"method of {self}"
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, "" if isinstance(error, KeyError) else error)
objects = [K(i) for i in range(4)]
v = weakref.WeakValueDictionary((f"k{o.n}", o) for o in objects)
k = weakref.WeakKeyDictionary({o: o.n * 10 for o in objects})
s = weakref.WeakSet(objects)
print(sorted(v.items()), sorted(k.values()), len(s), K(2) in s, k[K(3)], v.get("nope"), "k1" in v)
del objects[1]; gc.collect()
print(len(v), len(k), len(s), sorted(v), K(1) in k, K(1) in s)
show(lambda: v["k1"]); show(lambda: k[K(1)]); show(lambda: v.pop("k1")); show(lambda: v.pop("k1", "default")); show(lambda: v.setdefault("k0", K(9))); show(lambda: k.pop(K(0)))
show(lambda: v.__setitem__("x", 3)); show(lambda: k.__setitem__(3, 3)); show(lambda: s.add(3)); show(lambda: s.remove(K(77))); show(lambda: k.get(3, "none")); show(lambda: 3 in k); show(lambda: [] in s)
copied = v.copy(); print(type(copied).__name__, sorted(copied), sorted(dict(v)), sorted(v | {"k9": objects[0]}), len(list(v.valuerefs())), len(list(k.keyrefs())))
seen = []
for key, value in v.items():
    seen.append(key)
    if len(objects) > 1: objects.pop(); value = None
print(len(seen) >= 1, len(v) <= 3)
kept = [K(5), K(6)]
a, b = weakref.WeakSet(kept), weakref.WeakSet(kept[:1])
print(a | b == a, sorted((a - b), key=lambda o: o.n), b <= a, b < a, a.isdisjoint(b), a ^ b == weakref.WeakSet(kept[1:]), a == set(kept), sorted(a & kept[1:], key=str), a.pop() in kept, len(a))
m = weakref.WeakMethod(kept[0].method)
print(m()(), m == weakref.WeakMethod(kept[0].method), m == weakref.WeakMethod(kept[1].method))
calls = []
f = weakref.finalize(kept[0], calls.append, "finalized")
g = weakref.finalize(kept[1], lambda *args, **kw: (args, kw), 1, x=2)
print(f.alive, f.peek()[2:], g(), g(), g.alive, f.detach()[2], f.alive)
h = weakref.finalize(kept[0], calls.append, "gone"); h.atexit = False
kept.clear(); del value; gc.collect()
print(calls, m(), h.alive, f)if False else print(calls, m(), h.alive)
show(lambda: weakref.finalize(3, print)); show(lambda: weakref.WeakMethod(3)); show(lambda: weakref.ref(3)); show(lambda: weakref.proxy(None)); show(lambda: weakref.finalize())
o = K(8); r = weakref.ref(o, lambda ref: calls.append(ref() is None)); p = weakref.proxy(o)
print(weakref.getweakrefcount(o), r in weakref.getweakrefs(o), p.n, p == K(8), bool(p), repr(r)[:12])
del o; gc.collect(); print(calls[-1], r()); show(lambda: p.n); show(lambda: hash(r)); print(r == weakref.ref(K(8)), r == r)
