# Sums, differences, comparisons, ordinals and timestamps, also of what does not fit.
import datetime as D
from datetime import date as d, datetime as dt, time as t, timedelta as td, timezone as tz

U = tz.utc
CASES = r"""
d(2020,1,1)+1
d(2020,1,1)-"x"
d(9999,12,31)+td(1)
d(1,1,1)-td(1)
d(2020,1,1)<1
d(2020,1,1)<dt(2020,1,1)
d(2020,1,1)==dt(2020,1,1)
d(2020,1,1)-dt(2020,1,1)
dt(2020,1,1)-d(2020,1,1)
d.fromordinal(0)
d.fromordinal(10**9)
d.fromordinal("x")
d.fromisoformat("x")
d.fromisoformat("2020-13-01")
d.fromisoformat(3)
d.fromisoformat("2020-W60-1")
d.fromisoformat("20200101")
d.fromisocalendar(2020,54,1)
d.fromisocalendar(2020,1,8)
d.fromisocalendar(0,1,1)
d.fromisocalendar(2020,"x",1)
d.fromtimestamp("x")
d.fromtimestamp(float("nan"))
dt.fromtimestamp("x",U)
dt.fromtimestamp(1,3)
td(1)/3
td(5)//td(2)
td(5)%td(2)
divmod(td(-5),td(2))
-td(1,1,1)
abs(td(-1,5))
td(weeks=1,days=-1,hours=25,milliseconds=1.5)
td(1).total_seconds()
td(microseconds=1)*0.5
td(microseconds=3)*0.5
td(microseconds=3)/2
td(seconds=7)/2.5
bool(td())
td(1)==td(0,86400)
sum([td(1),td(2)],td())
str(td(-1,3,5))
td(days=0.1,hours=0.7)
td(microseconds=1.5)
td(microseconds=2.5)
2*td(1)
td.max+td.resolution
td.min-td.resolution
d(2024,2,29)-d(2023,2,28)
d(2024,1,31)+td(30,80000)
dt(2024,2,28,23,59,59,999999)+td.resolution
dt(2024,3,1)-td(0,1)
dt(2024,3,1,tzinfo=U)-dt(2024,3,1,tzinfo=tz(td(hours=5)))
dt(2024,3,1,5,tzinfo=tz(td(hours=5)))==dt(2024,3,1,tzinfo=U)
t(1,tzinfo=tz(td(hours=1)))<t(1,tzinfo=U)
max(d.min,d.max)
d(2024,12,30).isocalendar()
d(2021,1,3).isocalendar()
d(1,1,1).toordinal(),d.max.toordinal()
[d.fromordinal(n) for n in (1,59,60,366,730120,3652059)]
d(2024,2,29).weekday(),d(2024,2,29).isoweekday()
dt(2024,1,1).timetuple()[:]
dt(2024,1,1,5,tzinfo=tz(td(hours=5,minutes=30))).utctimetuple()[:]
dt(1970,1,2,tzinfo=U).timestamp()
dt.fromtimestamp(-0.5,U)
dt.fromtimestamp(1.0000005,U)
dt.fromtimestamp(1.0000015,U)
dt.fromtimestamp(1709251199.999999,U)
"""
for case in CASES.strip().splitlines():
    try:
        result = repr(eval(case))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(case, "->", result)
