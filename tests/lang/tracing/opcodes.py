# Opcode events: f_trace_opcodes, with and without line events.
import sys

events = []


def trace(frame, event, arg):
    frame.f_trace_opcodes = True
    line = frame.f_lineno and frame.f_lineno - frame.f_code.co_firstlineno
    events.append((frame.f_code.co_name, event, line, frame.f_lasti))
    return trace


def only_opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    events.append((frame.f_code.co_name, event, frame.f_lasti))
    return only_opcodes


def func(n):
    for i in range(n):
        x = i + 1
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    return [i for i in (1, 2)]


def gen():
    yield 1
    yield from (2,)


for each in trace, only_opcodes, trace:
    events.clear()
    sys.settrace(each)
    func(2)
    list(gen())
    sys.settrace(None)
    for event in events:
        print(*event)
    print()
