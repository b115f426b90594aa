"""tracemalloc can be asked whether it traces."""
import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.get_traced_memory())
for bad in (0, -1, 100000, "x"):
    try:
        tracemalloc.start(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
tracemalloc.start(3)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
