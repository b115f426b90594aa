"""Switching the collector, its thresholds and callbacks."""
import gc

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

show(gc.isenabled)
gc.disable()
show(gc.isenabled)
gc.enable()
show(gc.isenabled)
gc.set_threshold(500, 5, 3)
show(gc.get_threshold)
show(gc.set_threshold)
show(gc.set_threshold, "a")
show(gc.collect, 5)
show(gc.collect, -1)
show(lambda: gc.collect() >= 0)
show(lambda: len(gc.get_stats()))
show(lambda: gc.garbage)
phases = []
gc.callbacks.append(lambda phase, info: phases.append((phase, info["generation"], sorted(info))))
gc.collect(1)
gc.callbacks.clear()
print(phases)
show(lambda: (gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK))
gc.set_debug(0)
show(gc.get_debug)
show(gc.get_objects, 7)
show(lambda: gc.freeze() or gc.unfreeze() or gc.get_freeze_count())
