# Walking a traceback: frames, line numbers, code names and locals.
import sys


def inner(value):
    local = value * 2
    raise LookupError(local)


def outer():
    inner(21)


try:
    outer()
except LookupError:
    kind, error, tb = sys.exc_info()
    print(kind.__name__, error, tb is error.__traceback__)
    while tb is not None:
        code = tb.tb_frame.f_code
        print(code.co_name, tb.tb_lineno, tb.tb_lineno - code.co_firstlineno, sorted(tb.tb_frame.f_locals)[-1:] if code.co_name != "<module>" else "")
        tb = tb.tb_next
print(sys.exc_info(), sys.exception())


def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        return sys.exception()


e = handled()
print(repr(e), sys.exception(), e.__traceback__.tb_frame.f_code.co_name)
try:
    raise e.with_traceback(None)
except ZeroDivisionError as again:
    print(again.__traceback__.tb_frame.f_code.co_name, again.__traceback__.tb_next)
