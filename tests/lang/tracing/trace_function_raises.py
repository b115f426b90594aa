# A trace or profile function that raises is unset, and its exception goes on in the traced frame.
import sys
import traceback


def work(n):
    x = n
    try:
        y = helper()
    except RuntimeError as error:
        print("caught", error, sys.gettrace())
    return [x]


def helper():
    raise KeyError("k")


def failing(where, line):
    def trace(frame, event, arg):
        if frame.f_code.co_name in ("work", "helper") and event == where and frame.f_lineno - frame.f_code.co_firstlineno == line:
            raise RuntimeError(f"{where} {line}")
        return trace
    return trace


for where, line in ("call", 0), ("line", 1), ("line", 3), ("exception", 1), ("return", 1), ("return", 6), ("line", 6):
    print(where, line)
    for setter in sys.settrace, sys.setprofile:
        setter(failing(where, line))
        try:
            work(1)
        except Exception:
            setter(None)
            traceback.print_exc(file=sys.stdout)
        setter(None)
    print(sys.gettrace(), sys.getprofile())
