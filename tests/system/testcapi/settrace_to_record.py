"""A trace function written in C hears of every event what one in Python hears."""
import sys
from _testcapi import settrace_to_record


def gen():
    yield 1
    yield 2


def work():
    for item in gen():
        total = item
    try:
        return [total / 0 for _ in range(1)]
    except ZeroDivisionError as error:
        return str(error)


events = []
settrace_to_record(events); result = work(); sys.settrace(None)
heard = []


def trace(frame, event, arg):
    heard.append((event, frame.f_lineno, arg))
    return trace


sys.settrace(trace); result = work(); sys.settrace(None)
names = ["call", "exception", "line", "return"]
first = work.__code__.co_firstlineno
for (what, line, arg), (event, other, same) in zip(events, heard, strict=True):
    print(names[what], line - first, arg if what == 3 else type(arg).__name__, (names[what], line) == (event, other), repr(arg)[:20] == repr(same)[:20])
print(result, len(events) == len(heard), sys.gettrace())
for wrong in (None, 5):
    try:
        settrace_to_record(wrong)
    except TypeError as error:
        print(error)
