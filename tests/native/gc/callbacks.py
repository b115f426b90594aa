"""Callbacks see every collection; their errors do not stop it."""
import gc
import sys

seen = []
sys.unraisablehook = lambda info: seen.append((type(info.exc_value).__name__, str(info.exc_value)))


def bad(phase, info):
    raise ValueError(phase)


def good(phase, info):
    seen.append((phase, info["generation"]))


gc.disable()
gc.callbacks.extend([bad, good])
gc.collect(0)
gc.collect()
gc.callbacks.remove(bad)
gc.collect(1)
gc.callbacks.clear()
gc.collect()
print(seen)
for item in gc.get_stats():
    print(sorted(item))
print(gc.get_count()[0] >= 0, len(gc.get_count()), gc.isenabled())
