# calendar and time: months, leap years, formatted tables, struct_time.
import calendar
import time

print(calendar.month(2024, 2), calendar.TextCalendar(6).formatmonth(2023, 10, w=3), sep="")
print(calendar.calendar(2025, m=4)[:400])
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1990, 2024), calendar.weekday(2024, 7, 4), calendar.monthrange(2024, 2), calendar.monthcalendar(2024, 6), calendar.timegm((2024, 1, 1, 0, 0, 0)), calendar.firstweekday())
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 9))[:9], c.monthdayscalendar(2024, 9)[0], [str(d) for d in c.itermonthdates(2024, 9)][:3], c.monthdays2calendar(2024, 2)[-1], list(c.itermonthdays4(2024, 2))[0], len(c.yeardayscalendar(2024)))
print(list(calendar.month_name), list(calendar.day_abbr), calendar.day_name[0], calendar.month_abbr[1:3], calendar.MONDAY, calendar.Day.SUNDAY, calendar.Month.MAY, calendar.JANUARY)
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:300])
for action in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.weekday(2024, 2, 30)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
t = time.gmtime(1700000000.75)
print(t, t.tm_year, t[1], t.tm_zone, t.tm_gmtoff, tuple(t), len(t), t == time.gmtime(1700000000), t.n_fields)
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %U %W %w %u %V %G %C %D %T %F %R %e %n%t%%", t), time.asctime(t), time.asctime(time.gmtime(0)))
print(time.strptime("30 Nov 2024 11:05 PM", "%d %b %Y %I:%M %p"), tuple(time.strptime("2024-366", "%Y-%j"))[:8], time.strptime("Tue 05", "%a %d").tm_wday, time.struct_time(range(9)), time.struct_time((2024, 1, 1, 0, 0, 0, 0, 1, 0)).tm_hour)
for action in (lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024-02-30 1", "%Y-%m-%d"), lambda: time.gmtime(1e30), lambda: time.strftime("%Y", (1, 2)), lambda: time.sleep(-1), lambda: time.mktime("x"), lambda: time.struct_time([1]), lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.gmtime("x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
before = time.perf_counter(), time.monotonic(), time.time(), time.process_time(), time.time_ns(), time.monotonic_ns()
time.sleep(0.01)
after = time.perf_counter(), time.monotonic(), time.time(), time.process_time(), time.time_ns(), time.monotonic_ns()
print([x <= y for x, y in zip(before, after)], after[1] - before[1] >= 0.009, time.get_clock_info("monotonic").monotonic, isinstance(time.timezone, int), time.mktime(time.localtime(1e9)) == 1e9, len(time.tzname))
