# Events of sys.settrace and sys.setprofile, frames and locals().
import sys
ev = []
def tr(frame, event, arg):
    ev.append((frame.f_code.co_name, event, frame.f_lineno, type(arg).__name__ if event == "exception" else (arg if event == "return" else None)))
    return tr
def f(x):
    y = x
    for i in range(2):
        y += i
    if y:
        try:
            raise ValueError(1)
        except ValueError:
            y = 3
    return y
def g():
    yield 1
    x = yield 2
    return x
def h():
    for v in g():
        pass
    z = [i for i in range(2)]
    while z: z.pop()
    with open_() as q:
        a = 1
    return (
        f(
            1
        )
    )
class open_:
    def __enter__(self): return 1
    def __exit__(self, *a): pass
def one(): return 1
def raiser():
    inner_raiser()
def inner_raiser():
    x = 1; raise KeyError("k")
sys.settrace(tr)
f(1)
h()
(lambda: one())()
try: raiser()
except KeyError: pass
sys.settrace(None)
for e in ev: print(e)
ev = []
def pf(frame, event, arg): ev.append((frame.f_code.co_name, event, getattr(arg, "__name__", arg) if event != "return" else arg))
def p():
    len([1]); [].append(1); max(1, 2)
    try: int("x")
    except ValueError: pass
    return list(g())
sys.setprofile(pf)
p()
sys.setprofile(None)
for e in ev: print(e)
def loc():
    a = 1
    b = 2
    d = locals()
    c = 3
    print(d, sys._getframe().f_locals is d, sys._getframe().f_lineno)
    del a
    def inner(): return b
    print(locals().keys(), sys._getframe().f_code.co_cellvars, sys._getframe(1).f_code.co_name)
loc()
class LS:
    x = 1
    print(sorted(k for k in locals() if not k.startswith("__")), [sorted(k for k in locals() if not k.startswith("__")) for _ in range(1)])
