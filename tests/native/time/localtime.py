"""localtime and mktime undo each other; the zone's constants agree with it."""
import time

for seconds in [0, 1, 951782400, 1078099199, 1700000000]:
    local = time.localtime(seconds)
    print(time.mktime(local) == seconds, local.tm_year >= 1969, time.ctime(seconds) == time.asctime(local))
print(len(time.tzname), type(time.timezone).__name__, time.daylight in (0, 1))
moment = time.mktime((2024, 14, 45, 30, 70, 100, 0, 0, -1))
print(time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(moment)))
print(time.mktime((2024, 1, 1, 0, 0, 0, 0, 0, -1)) + 86400 * 366 == time.mktime((2025, 1, 1, 0, 0, 0, 0, 0, -1)))
for bad in [(1,), "x", (1,) * 8 + ("a",), 5, (2024, 1.5, 1, 0, 0, 0, 0, 0, 0)]:
    try:
        print(time.mktime(bad))
    except Exception as error:
        print(type(error).__name__, error)
