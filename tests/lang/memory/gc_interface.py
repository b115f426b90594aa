# The gc module: enable and disable, collect's count of cycles, get_referents, is_tracked, callbacks, freeze, thresholds, errors.
import gc, weakref
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
gc.collect()
class Node: pass
def cycle():
    a, b = Node(), Node()
    a.other, b.other = b, a
    return weakref.ref(a), weakref.ref(b)
r, s = cycle()
found = gc.collect()
print(found >= 2, r(), s(), gc.collect() == 0 or "more", gc.garbage)
phases = []
def callback(phase, info): phases.append((phase, sorted(info)))
gc.callbacks.append(callback)
gc.collect()
gc.callbacks.remove(callback)
gc.collect()
print(phases)
x, y = [1], {"k": "v"}
print([v for v in gc.get_referents([x, y]) if v is x or v is y] == [x, y] or "other order", len(gc.get_referents(1)), gc.get_referents(), sorted(map(str, gc.get_referents((1, "a")))))
print(any(o is x for o in gc.get_referrers(x)) or [type(o).__name__ for o in gc.get_referrers(x) if isinstance(o, dict)][:1])
holder = [x]
print(any(o is holder for o in gc.get_referrers(x)))
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.is_tracked(Node()), gc.is_tracked(Node), gc.is_tracked(show), gc.is_finalized(Node()))
class D:
    def __del__(self): log.append("del"); saved.append(self)
log, saved = [], []
d = D(); d.me = d; del d
gc.collect(); print(log, len(saved), gc.is_finalized(saved[0]))
saved.clear(); gc.collect(); print(log)
print(len(gc.get_threshold()), len(gc.get_count()), all(isinstance(n, int) for n in gc.get_count()), len(gc.get_stats()), sorted(gc.get_stats()[0]))
old = gc.get_threshold(); gc.set_threshold(500, 5, 7); print(gc.get_threshold()); gc.set_threshold(*old)
print(gc.get_debug(), gc.set_debug(gc.DEBUG_SAVEALL) or gc.get_debug() == gc.DEBUG_SAVEALL, gc.set_debug(0), gc.DEBUG_LEAK == gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
show(lambda: gc.collect(3)); show(lambda: gc.collect(-1)); show(lambda: gc.collect("0")); show(lambda: gc.collect(generation=0) >= 0); show(lambda: gc.set_threshold()); show(lambda: gc.set_threshold("a")); show(lambda: gc.get_objects(generation=5)); show(lambda: gc.get_objects("x")); show(lambda: gc.is_tracked())
print(any(o is holder for o in gc.get_objects()), gc.freeze(), gc.unfreeze(), gc.get_freeze_count())
