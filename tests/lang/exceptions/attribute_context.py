# What an AttributeError of __getattr__ was about: the suggestion knows.
import sys
class NonStr:
    __str__ = None
    __repr__ = None
def mk(e):
    class A:
        blech = None
        def __getattr__(self, attr): raise e
    return A
for e in (AttributeError(), AttributeError, AttributeError(NonStr()), AttributeError("Error", 23), AttributeError(23)):
    try: mk(e)().bluch
    except AttributeError as exc: sys.__excepthook__(*sys.exc_info())
def f():
    abcde = 1
    raise NameError()
try: f()
except NameError: sys.__excepthook__(*sys.exc_info())
