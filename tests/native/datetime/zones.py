# timezone, tzinfo and its subclasses, astimezone, replace, pickling.
import datetime as D
from datetime import date as d, datetime as dt, time as t, timedelta as td, timezone as tz

U = tz.utc
CASES = r"""
dt(2020,1,1).astimezone(1)
dt(2020,1,1)<dt(2020,1,1,tzinfo=U)
dt(2020,1,1)-dt(2020,1,1,tzinfo=U)
dt(2020,1,1)==dt(2020,1,1,tzinfo=U)
t(1)<t(1,tzinfo=U)
t(1)<1
dt(2020,1,1)<1
dt(9999,12,31)+td(1)
dt(1,1,1,tzinfo=U).timestamp()
dt(2020,1,1)+1
1+dt(2020,1,1)
t(1)+td(1)
tz()
tz(1)
tz(td(1))
tz(td(hours=1),1)
tz(td(-1))
tz(td(hours=1),"x")
U.utcoffset(1)
U.tzname(1)
U.dst(1)
U.fromutc(1)
U.fromutc(dt(2020,1,1))
tz(td(hours=1)).fromutc(dt(2020,1,1,tzinfo=U))
repr(tz(td(hours=-1,seconds=5)))
str(tz(td(minutes=-5)))
tz(td(hours=1))==tz(td(hours=1),"a")
D.tzinfo().utcoffset(None)
D.tzinfo().tzname(None)
D.tzinfo().dst(1)
D.tzinfo().fromutc(dt(2020,1,1))
D.tzinfo().fromutc(1)
"""
for case in CASES.strip().splitlines():
    try:
        result = repr(eval(case))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(case, "->", result)


class Summer(D.tzinfo):
    """An hour more from April to October."""

    def utcoffset(self, moment):
        return td(hours=1) + self.dst(moment)

    def dst(self, moment):
        return td(hours=1) if moment is not None and 4 <= moment.month < 10 else td(0)

    def tzname(self, moment):
        return "S%" if self.dst(moment) else "W"


zone = Summer()
for moment in dt(2024, 1, 1, 12, tzinfo=U), dt(2024, 7, 1, 12, tzinfo=U):
    there = moment.astimezone(zone)
    print(there, there.tzname(), there.dst(), there == moment, hash(there) == hash(moment), there.strftime("%Z %z"), there.timetuple().tm_isdst, there - moment)


class Broken(D.tzinfo):
    def __init__(self, answer):
        self.answer = answer

    def utcoffset(self, moment):
        return self.answer

    dst = tzname = utcoffset


for answer in 1, "x", td(1), td(-1), None, td(hours=1, microseconds=5):
    for name in "utcoffset", "dst", "tzname", "isoformat", "timestamp":
        try:
            print(answer, name, getattr(dt(2024, 1, 1, tzinfo=Broken(answer)), name)() if name != "timestamp" or answer is not None else "")
        except Exception as error:
            print(answer, name, type(error).__name__, error)


class Day(d):
    def __new__(cls, *args, extra=None):
        self = super().__new__(cls, *args)
        self.extra = extra
        return self


class Moment(dt):
    pass


day = Day(2024, 1, 31, extra=5)
print(day, repr(day), day.extra, type(day + td(1)), type(day.replace(day=1)), type(Day.fromordinal(5)), type(Day.fromisoformat("2024-01-01")), day == d(2024, 1, 31))
moment = Moment(2024, 1, 1, tzinfo=U, fold=1)
print(repr(moment), type(moment + td(1)), type(moment.date()), type(moment.astimezone(zone)), type(Moment.combine(d(2024, 1, 1), t(1))), type(moment - td(1)), moment.replace(hour=3))
import copy
import pickle
for value in d(2024, 1, 2), dt(2024, 1, 2, 3, 4, 5, 6, U, fold=1), t(1, 2, fold=1), td(-1, 2, 3), tz(td(hours=1), "N"), U, d(2024, 1, 2).isocalendar():
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print(data if protocol == 2 else "", back == value, type(back).__name__, getattr(back, "fold", ""))
    print(copy.deepcopy(value) == value, value.__reduce__())
print(pickle.loads(pickle.dumps(U)) is U, issubclass(dt, d), d.__module__, dt.__mro__, D.UTC is U, D.MINYEAR, D.MAXYEAR)


class Named(D.tzinfo):
    def __init__(self, name):
        self.name = name

    def utcoffset(self, moment):
        return td(0)

    def tzname(self, moment):
        return self.name


class Strange(str):
    def replace(self, *args):
        return None


for name in "50%", "\ud800", Strange("x"), None, "é":
    try:
        print(t(1, tzinfo=Named(name)).strftime("%Z|%%Z"))
    except Exception as error:
        print(type(error).__name__, error)
