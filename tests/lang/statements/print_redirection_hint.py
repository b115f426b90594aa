# `print >> file` was Python 2's way to print to a file: the error says what to write; other functions and `>>=` get no hint.
import sys
def show(action):
    try:
        print("value", action())
    except TypeError as error:
        print(error)
show(lambda: print >> sys.stderr)
show(lambda: print >> None)
show(lambda: (print >> sys.stderr, "hello"))
show(lambda: max >> sys.stderr)
show(lambda: print << sys.stderr)
show(lambda: sys.stderr >> print)
printer = print
show(lambda: printer >> 3)
def in_place():
    p = print
    p >>= sys.stderr
show(in_place)
class Right:
    def __rrshift__(self, other):
        return f"rrshift of {other.__name__}"
show(lambda: print >> Right())
