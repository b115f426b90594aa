# Local trace functions: f_trace, f_trace_lines, None, another function, tracing begun and ended inside.
import sys

events = []


def note(name):
    def trace(frame, event, arg):
        events.append((name, frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
        if event == "call" and frame.f_code.co_name in answers:
            return answers[frame.f_code.co_name]
        return trace
    return trace


def first():
    x = 1
    second()
    y = 2


def second():
    x = 1
    return x


def quiet(frame, event, arg):
    frame.f_trace_lines = False
    events.append(("quiet", frame.f_code.co_name, event))
    return quiet


def once(frame, event, arg):
    events.append(("once", frame.f_code.co_name, event))
    return None


def changes(frame, event, arg):
    events.append(("changes", frame.f_code.co_name, event))
    if event == "line":
        frame.f_trace = once
    return changes


def run(func):
    events.clear()
    sys.settrace(note("global"))
    func()
    sys.settrace(None)
    for each in events:
        print("  ", *each)


answers = {}
for answers in {}, {"second": None}, {"second": quiet}, {"first": once}, {"second": changes}, {"first": None}:
    print({key: getattr(value, "__name__", None) for key, value in answers.items()})
    run(first)


def begins():
    a = 1
    sys._getframe().f_trace = note("own")
    b = 2
    sys.settrace(note("set"))
    c = 3
    second()
    sys._getframe().f_trace_lines = False
    d = 4
    sys._getframe().f_trace_lines = True
    e = 5
    sys.settrace(None)
    f = 6


answers = {}
events.clear()
begins()
for each in events:
    print("  ", *each)


def from_above():
    def inner():
        sys._getframe(1).f_trace = note("above")
        sys.settrace(note("inside"))
        x = 1
    inner()
    y = 1
    sys.settrace(None)


events.clear()
from_above()
for each in events:
    print("  ", *each)
frame = sys._getframe()
print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
for name in "f_trace_lines", "f_trace_opcodes":
    try:
        setattr(frame, name, 1)
    except TypeError as error:
        print(error)
frame.f_trace = 5
print(frame.f_trace)
del frame.f_trace
print(frame.f_trace, sys.gettrace(), sys.getprofile())
