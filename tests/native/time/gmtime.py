"""Calendar fields in UTC."""
import time

for seconds in [0, 1, 86399, 86400, -1, 951782400, 1078099199, 4107542400, 1.9, -1.5, 2147483647, -2208988801]:
    moment = time.gmtime(seconds)
    print(seconds, tuple(moment), moment.tm_gmtoff)
print(time.gmtime(0))
print(time.gmtime(0)[:3], time.gmtime(0).tm_yday, len(time.gmtime(0)))
for bad in ["a", float("nan"), 1e40, 10**40, [1]]:
    try:
        print(time.gmtime(bad))
    except Exception as error:
        print(type(error).__name__, error)
