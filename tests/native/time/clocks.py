"""Clocks: only what is the same on every machine."""
import time

for name in ["time", "monotonic", "perf_counter", "process_time"]:
    first, second = getattr(time, name)(), getattr(time, name)()
    ns = getattr(time, name + "_ns")()
    print(name, type(first).__name__, second >= first, type(ns).__name__)
    info = time.get_clock_info(name)
    print(info.monotonic, info.adjustable, 0 < info.resolution <= 1)
start = time.monotonic()
time.sleep(0.02)
print(time.monotonic() - start >= 0.019)
time.sleep(0)
for call in [lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.sleep(float("nan")), lambda: time.get_clock_info("x")]:
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(time.mktime(time.localtime(1000000000)), time.localtime(5)[5])
