# TZ may spell a zone out: offsets west of Greenwich, daylight time by its rule, south of the equator across the new year.
import os
import time

ZONES = [
    "STD-1DST,M3.2.0,M11.1.0", "EST+05EDT,M4.1.0,M10.5.0", "AEST-10AEDT-11,M10.5.0,M3.5.0", "CET-1CEST", "UTC+0",
    "<+0530>-5:30", "XYZ3ABC,J60/0,J300/1:30", "XYZ-3ABC-5:15:10,59,300/-1", "CET-1CEST,M3.5.0,M10.5.0/3", "Europe/Berlin",
]
for zone in ZONES:
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.tzname, time.timezone, time.altzone, time.daylight)
    for moment in (0, 951_782_400, 1_700_000_000, 2_000_000_000):
        local = time.localtime(moment)
        print(" ", time.strftime("%Y-%m-%d %H:%M:%S %Z %z", local), local.tm_isdst, time.mktime(local) == moment)

os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
time.tzset()
for moment in (1_711_846_799, 1_711_846_800, 1_729_990_799, 1_729_990_800):
    print(time.strftime("%H:%M:%S %Z", time.localtime(moment)))
