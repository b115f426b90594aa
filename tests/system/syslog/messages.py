# syslog: what is written, as LOG_PERROR shows it, masks, and what is refused.
import os
import sys
import syslog


def attempt(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


events = []
sys.addaudithook(lambda event, args: events.append((event, args)) if event.startswith("syslog.") else None)
syslog.syslog("nobody need read this")
syslog.openlog("tea", syslog.LOG_PERROR)
syslog.syslog("green")
syslog.syslog(syslog.LOG_ERR, "black %s %m")
syslog.syslog("with an end\n")
syslog.syslog("h\u00e9\U0001f600")
print(syslog.setlogmask(syslog.LOG_UPTO(syslog.LOG_ERR)))
syslog.syslog("not to be seen")
syslog.syslog(syslog.LOG_ERR | syslog.LOG_MAIL, "to be seen")
print(syslog.setlogmask(0), syslog.setlogmask(syslog.LOG_MASK(syslog.LOG_DEBUG)), syslog.setlogmask(255))
syslog.closelog()
syslog.openlog(logoption=syslog.LOG_PERROR, facility=syslog.LOG_LOCAL3)
syslog.syslog(syslog.LOG_DEBUG, "named after the program")
sys.argv = ["/some/where/else"]
syslog.openlog(logoption=syslog.LOG_PERROR)
syslog.syslog("named after argv")
syslog.closelog()
for args in ((), (1,), (1, 2), ("a\0b",), (1, "x", 3), ("x", "y"), (2**40, "x"), ("\ud800",)):
    attempt(syslog.syslog, *args)
for args in ((1,), (None,), ("x", "y"), ("a\0b",)):
    attempt(syslog.openlog, *args)
for priority in (0, 3, 7, 31, 32, -1, 100):
    print(syslog.LOG_MASK(priority), syslog.LOG_UPTO(priority))
attempt(syslog.setlogmask, "x")
for event in events:
    print(*event)
print({name: value for name, value in vars(syslog).items() if name.startswith("LOG_") and isinstance(value, int)})
