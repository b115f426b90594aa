# Frames of hot functions are seen from below and in tracebacks, and tracing begins in a running loop.
import sys


def peek(i):
    if i == 500:
        caller = sys._getframe(1)
        print(caller.f_code.co_name, sorted(caller.f_locals.items()))
    return i * 2


def work(n):
    total = 0
    for i in range(n):
        total += peek(i)
    return total


def fail(n):
    for i in range(n):
        if i == 700:
            return 1 // (i - 700)


lines = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == "traced":
        lines.append((event, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals.get("i")))
        return tracer


def traced(n):
    for i in range(n):
        if i == 400:
            sys._getframe().f_trace = tracer
            sys.settrace(tracer)
        if i == 402:
            sys.settrace(None)
    return i


def outer():
    return fail(1000)


print(work(1000))
try:
    outer()
except ZeroDivisionError as error:
    each = error.__traceback__
    while each:
        local = each.tb_frame.f_locals.get("i") if each.tb_frame.f_code.co_name == "fail" else None
        print(each.tb_frame.f_code.co_name, each.tb_lineno, local)
        each = each.tb_next
print(traced(1000))
print(lines)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


sys.setrecursionlimit(5000)
print([down(900) for _ in range(5)])
