# datetime: dates, times, differences, time zones, formats, parsing.
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo

d = date(2024, 2, 29)
print(d, repr(d), d.isoformat(), d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.toordinal(), d.ctime(), d.timetuple().tm_yday)
print(d.replace(month=3), d + timedelta(days=366), d - date(2023, 12, 25), date.fromordinal(1), date.fromisoformat("2024-12-30"), date.fromisoformat("2024-W01-1"), date.fromisocalendar(2020, 53, 7))
print(date.min, date.max, date.resolution, MINYEAR, MAXYEAR, date(2024, 1, 1) < d, sorted([d, date(2020, 1, 1)]), hash(d) == hash(date(2024, 2, 29)))
print(d.strftime("%Y-%m-%d %A %a %B %b %j %U %W %w %y %% %d"), f"{d:%d/%m/%Y}", format(d, ""))

t = time(13, 5, 9, 1200)
print(t, repr(t), t.isoformat("milliseconds"), t.replace(hour=1), time.fromisoformat("04:23:01.5"), time(1, 2, tzinfo=UTC), t.strftime("%H %I %M %S %f %p"), time(0), time(5) < time(6), bool(time(0)))

td = timedelta(days=1, hours=-3, minutes=5, seconds=3.25)
print(td, repr(td), td.total_seconds(), td.days, td.seconds, td.microseconds, -td, abs(-td), td * 2, td / 2, td // timedelta(hours=1), td % timedelta(hours=1), divmod(td, timedelta(hours=5)), td / timedelta(days=1))
print(timedelta(weeks=1), timedelta(microseconds=-1), timedelta(milliseconds=1500), timedelta.max, timedelta.min, timedelta(0) == timedelta(), bool(timedelta()), sum([timedelta(1), timedelta(2)], timedelta()), td * 1.5)

dt = datetime(2024, 3, 10, 14, 30, 15, 123456)
print(dt, repr(dt), dt.isoformat(" ", "minutes"), dt.date(), dt.time(), dt.timetuple()[:9], dt.ctime(), dt.strftime("%c | %x | %X | %G-W%V-%u"))
print(dt + timedelta(hours=36), dt - datetime(2024, 1, 1), dt.replace(day=1, microsecond=0), datetime.combine(d, t), datetime.min, datetime.max, datetime.fromordinal(738000))
for text in ("2024-03-10", "2024-03-10T14:30", "2024-03-10 14:30:15.123", "20240310T143015Z", "2024-03-10T14:30:15+05:30", "2024-W10-7T00:00"):
    print(repr(datetime.fromisoformat(text)))
print(datetime.strptime("10/Mar/2024:14:30:15 +0200", "%d/%b/%Y:%H:%M:%S %z"), datetime.strptime("Monday 5 pm 1999", "%A %I %p %Y"), datetime.strptime("2024 070", "%Y %j"), datetime.strptime("12:30:01.25", "%H:%M:%S.%f").time())

eastern = timezone(timedelta(hours=-5), "EST")
aware = datetime(2024, 7, 4, 12, tzinfo=eastern)
print(aware, repr(aware), aware.tzname(), aware.utcoffset(), aware.astimezone(UTC), aware.timestamp(), aware == datetime(2024, 7, 4, 17, tzinfo=UTC), aware.utctimetuple()[:6], aware.strftime("%z %Z %:z"))
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1.5e9, eastern), datetime.fromtimestamp(-1.25, timezone.utc), timezone.utc, repr(timezone.utc), timezone(timedelta(minutes=90)), repr(eastern), timezone(timedelta(hours=-5)) == eastern)
print(datetime(2024, 1, 1, tzinfo=UTC) - aware, aware - timedelta(days=1), aware.isoformat(), aware.timetz())


class Berlin(tzinfo):
    def utcoffset(self, when):
        return timedelta(hours=1) + self.dst(when)

    def dst(self, when):
        return timedelta(hours=1) if when is not None and 3 < when.month < 10 else timedelta(0)

    def tzname(self, when):
        return "CEST" if self.dst(when) else "CET"


summer = datetime(2024, 6, 1, 8, tzinfo=Berlin())
print(summer, summer.tzname(), summer.astimezone(eastern), datetime(2024, 1, 1, tzinfo=UTC).astimezone(Berlin()), summer.dst())

for action in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: time(25), lambda: datetime(2024, 13, 1), lambda: date.max + timedelta(1), lambda: timedelta(days=10**10), lambda: dt < aware, lambda: dt - aware, lambda: d < 5, lambda: d + 1, lambda: date.fromisoformat("2024-13-01"), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024x", "%Y"), lambda: datetime.strptime("1", "%Q"), lambda: timezone(timedelta(days=2)), lambda: td / 0, lambda: datetime.fromisoformat("junk"), lambda: d == dt, lambda: dt == aware, lambda: date(1.5, 1, 1), lambda: date()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)


class Stamp(datetime):
    @property
    def quarter(self):
        return (self.month - 1) // 3 + 1


s = Stamp(2024, 5, 6, 7)
print(str(s), s.quarter, type(s + timedelta(1)).__name__, type(s.replace(day=1)).__name__, Stamp.fromisoformat("2024-11-11").quarter)
