"""Functions for the end are the interpreter's, whichever instance of the module they were given to."""
import sys
import atexit as first

del sys.modules["atexit"]
import atexit as second

del sys.modules["atexit"]
print(first is second, first._ncallbacks() == second._ncallbacks())


def last(*args, **keywords):
    print("last", args, keywords)
    raise ValueError("reported")


@second.register
def removed():
    print("never")


first.register(print, "first")
second.register(print, "second", end=".\n")
first.register(last, 1, a=2)
first.unregister(removed)
sys.unraisablehook = lambda report: print(report.err_msg, report.object is last, report.exc_value)
second._run_exitfuncs()
print(first._ncallbacks(), second._ncallbacks())
