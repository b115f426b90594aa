# gc: switches, collection of cycles, what is tracked.
import gc


class Node:
    pass


print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), len(gc.get_threshold()), len(gc.get_count()), gc.garbage, gc.get_debug())
a, b = Node(), Node()
a.other, b.other = b, a
del a, b
print(isinstance(gc.collect(), int), gc.collect(0) >= 0, isinstance(gc.get_stats(), list), sorted(gc.get_stats()[0]))
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("s"), gc.is_tracked(Node()), gc.is_finalized(Node()), gc.callbacks)
gc.set_threshold(700, 10, 5)
print(gc.get_threshold(), gc.freeze(), gc.unfreeze(), gc.get_freeze_count())
for action in (lambda: gc.collect(5), lambda: gc.set_debug("x"), lambda: gc.set_threshold()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
