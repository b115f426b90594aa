# Constructors of each type: what they make, and what is said of wrong arguments.
import datetime as D
from datetime import date as d, datetime as dt, time as t, timedelta as td, timezone as tz

U = tz.utc
CASES = r"""
d(0,1,1)
d(10000,1,1)
d(2020,13,1)
d(2020,2,30)
d(2020,1,0)
d("x",1,1)
d(1.5,1,1)
d(2020)
d()
d(1,2,3,4)
d(2020,1,1,foo=1)
t(24)
t(1,60)
t(1,1,60)
t(1,1,1,10**6)
t("x")
t(1,tzinfo=3)
t(1,fold=2)
t(1,fold="x")
t(1.0)
t(-1)
t(1,2,3,4,5)
dt(2020,1,1,24)
dt(2020,1,1,tzinfo=1)
dt(0,1,1)
dt(2020,1,1,fold=3)
dt(2020)
dt(2020,1)
dt(2020,1,1,1,1,1,1,1)
dt(2020,1,1,1,1,1,1.5)
td("x")
td(days=float("nan"))
td(1)/0
td(1)//0
td(1)%0
td(1)*"x"
td(1)/td(0)
td(1)+1
td(999999999)+td(1)
-td(999999999,1)
td(foo=1)
td(1)*float("inf")
td(1)/"x"
td(1)//2.0
divmod(td(1),0)
td(1)<1
td(1)*1.5
td(seconds=1.0000005)
td(microseconds=0.5)
d(b"abc")
d(b"abcd")
dt(b"xxxxxxxxxx")
t(b"xxxxxx")
d("x",b"")
"""
for case in CASES.strip().splitlines():
    try:
        result = repr(eval(case))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(case, "->", result)
