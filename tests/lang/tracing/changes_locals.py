# What a trace function writes into f_locals becomes the value of the variable.
import sys


def trace(frame, event, arg):
    if frame.f_code.co_name == "work" and event == "line":
        number = frame.f_lineno - frame.f_code.co_firstlineno
        if number == 2:
            frame.f_locals["a"] = "changed"
        if number == 3:
            local = frame.f_locals
            local["b"] = a_cell = "cell"
            local["new"] = 1
        if number == 4:
            del frame.f_locals["c"]
        if number == 6:
            print(sorted(frame.f_locals))
    return trace


def work(c):
    a = 1; b = 2
    x = a
    y = b
    try: z = c
    except NameError as error: print(error)
    f = lambda: b
    return a, x, y, f()


sys.settrace(trace)
result = work(3)
sys.settrace(None)
print(result)


def peek(frame, event, arg):
    before = frame.f_locals
    return peek


def counts():
    n = 0
    for i in range(3):
        n += i
    return n


sys.settrace(peek)
value = counts()
sys.settrace(None)
print(value)


def module_trace(frame, event, arg):
    if frame.f_code.co_name == "<module>" and event == "line" and "v" in frame.f_locals:
        frame.f_locals["v"] = 10
    return module_trace


sys.settrace(module_trace)
namespace = {}
exec("v = 1\nw = v\n", namespace)
sys.settrace(None)
print(namespace["v"], namespace["w"])
