# dateutil: parsing, relative deltas, recurrence rules, time zones from text, easter.
from datetime import date, datetime, timedelta, timezone
from dateutil import easter, parser, relativedelta, rrule, tz, utils

for text in ("2003-09-25T10:49:41.5-03:00", "Thu Sep 25 10:36:28 2003", "25 Sept. 2003 at 3pm", "10/09/2003", "3rd of May 2001", "20030925T104941",
             "Feb 29 2024 23:59:59.999 UTC", "1996.July.10 AD 12:08 PM", "12h30m"):
    print(text, "->", parser.parse(text, default=datetime(2000, 1, 1)))
print(parser.parse("01/02/03", dayfirst=True), parser.parse("01/02/03", yearfirst=True), parser.isoparse("2020-W05-3"),
      parser.parse("it is 2020-05-06 today", fuzzy_with_tokens=True))
for bad in "", "nonsense", "2003-13-45", "25:61":
    try:
        parser.parse(bad)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
delta = relativedelta.relativedelta(datetime(2024, 2, 29), datetime(2020, 1, 31))
print(delta, datetime(2020, 1, 31) + relativedelta.relativedelta(months=1), date(2024, 2, 29) + relativedelta.relativedelta(years=1, days=-1))
print(date(2024, 5, 15) + relativedelta.relativedelta(day=31, weekday=relativedelta.FR(-1)), delta.normalized() * 2, -delta)
rule = rrule.rrule(rrule.MONTHLY, count=5, byweekday=rrule.FR(-1), dtstart=datetime(2024, 1, 1))
print([d.date().isoformat() for d in rule], rule.after(datetime(2024, 3, 1)), str(rule))
text = "DTSTART:20240101T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20240301T000000\nEXDATE:20240115T090000"
rules = rrule.rrulestr(text)
print(len(list(rules)), rules[0], list(rules.xafter(datetime(2024, 2, 10), count=2)))
zone = tz.tzstr("EST5EDT,M3.2.0,M11.1.0")
for moment in datetime(2024, 3, 10, 1, 59), datetime(2024, 3, 10, 3), datetime(2024, 11, 3, 1, 30), datetime(2024, 12, 1):
    moment = moment.replace(tzinfo=zone)
    print(moment, moment.tzname(), moment.utcoffset(), moment.astimezone(timezone.utc), tz.datetime_ambiguous(moment), tz.datetime_exists(moment))
print(tz.tzoffset("X", 3600), tz.UTC, tz.gettz("UTC"), tz.resolve_imaginary(datetime(2024, 3, 10, 2, 30, tzinfo=zone)))
print([easter.easter(year).isoformat() for year in (2000, 2024, 2025)], easter.easter(2024, easter.EASTER_ORTHODOX), utils.within_delta(datetime(2020, 1, 1), datetime(2020, 1, 2), timedelta(days=2)))
