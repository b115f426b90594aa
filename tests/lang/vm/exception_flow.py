# Tracebacks, contexts, finally, with, groups; dunders behind operators.
import sys
def tb(e):
    t = e.__traceback__; r = []
    while t: r.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    return r
def a(): b()
def b():
    try: c()
    finally: x = 1
def c(): raise ValueError("v")
try: a()
except ValueError as e: print(tb(e))
def ctx():
    try: raise KeyError("k")
    except KeyError:
        raise ValueError("w")
try: ctx()
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__, tb(e), tb(e.__context__))
def frm():
    try: raise KeyError("k")
    except KeyError as k: raise ValueError("w") from None
try: frm()
except ValueError as e: print(repr(e.__context__), e.__cause__, e.__suppress_context__)
def rr():
    try: raise KeyError("k")
    except KeyError:
        try: raise
        finally: print("fin")
try: rr()
except KeyError as e: print(tb(e))
def rr2():
    try: c()
    except ValueError as e:
        raise e
try: rr2()
except ValueError as e: print(tb(e))
try: raise
except RuntimeError as e: print(e)
try: raise 5
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise ValueError("a") from KeyError
except ValueError as e: print(repr(e.__cause__))
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e, repr(e.__context__))
def ret_finally():
    try: return 1
    finally: print("rf")
print(ret_finally())
def ret_override():
    try: raise ValueError
    finally: return 2
print(ret_override())
def loop_finally():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print("lf", i)
loop_finally()
class CM:
    def __init__(self, s): self.s = s
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t, v, tb is not None); return self.s
with CM(True): raise ValueError("sup")
try:
    with CM(False): raise ValueError("nosup")
except ValueError as e: print("out", e)
with CM(False) as x, CM(True) as y: print(x.s, y.s)
def wret():
    with CM(False): return 5
print(wret())
try:
    with 5: pass
except TypeError as e: print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(e)
def eg(*excs): raise ExceptionGroup("g", excs)
for excs in ([ValueError(1)], [ValueError(1), TypeError(2)], [OSError(3), ValueError(4)]):
    try:
        try: eg(*excs)
        except* ValueError as e: print("VE", e.exceptions)
        except* TypeError as e: print("TE", e.exceptions); raise KeyError("new")
    except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ValueError("naked")
    except* ValueError as e: print(repr(e)); raise
except BaseException as e: print(repr(e))
try:
    try: eg(ExceptionGroup("n", [ValueError(1), KeyError(2)]), TypeError(3))
    except* ValueError: pass
except BaseException as e: print(repr(e))
try:
    try: pass
    except* ExceptionGroup: pass
    try: eg(ValueError())
    except* ExceptionGroup: pass
except TypeError as e: print(e)
def deep(n):
    if n == 0: raise ValueError("deep")
    deep(n-1)
try: deep(5)
except ValueError as e: print(len(tb(e)))
try: sys.exc_info
except AttributeError: pass
e1 = ValueError(1)
try:
    try: raise e1
    except ValueError:
        raise e1
except ValueError as e: print(e.__context__)
a = ValueError("a"); b = ValueError("b"); 
try:
    try: raise a
    except ValueError:
        try: raise b
        except ValueError: raise a
except ValueError as e: print(e.__context__, e.__context__.__context__)
class E(Exception):
    def __init__(self, x): self.x = x
try: raise E
except TypeError as e: print(e)
try: raise E(3)
except E as e: print(e.x, e.args)
def assert_():
    assert 1 == 2, "msg"
try: assert_()
except AssertionError as e: print(e)
try:
    e = 3
    raise ValueError
except ValueError as e: pass
try: e
except NameError as n: print(n)
class P:
    @property
    def x(self): raise AttributeError("inside")
    def __getattr__(self, n): return "ga " + n
print(P().x)
class I:
    def __index__(self): return 3
print([1,2,3,4][I()], "x" * I())
class D:
    def __bool__(self): return False
    def __len__(self): return 3
class D2:
    def __len__(self): return 0
class D3:
    def __bool__(self): return 5
print("T" if D() else "F", "T" if D2() else "F", not D2(), bool(D()))
try: not D3()
except TypeError as e: print(e)
if D3.__bool__: print("ok")
class Cmp:
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return NotImplemented
print(Cmp() < 1, 1 > Cmp())
try: Cmp() > 1
except TypeError as e: print(e)
print(Cmp() == Cmp(), Cmp() != 1)
class R:
    def __radd__(self, o): return ("radd", o)
    def __iadd__(self, o): return ("iadd", o)
    def __rpow__(self, o): return ("rpow", o)
    def __contains__(self, o): return o == 1
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __neg__(self): return "neg"
    def __matmul__(self, o): return "mm"
    def __iter__(self): return iter([1, 2])
    def __enter__(self): return self
    def __call__(self, *a): return a
    def __format__(self, s): return "fmt:" + s
    def __str__(self): return "str"
    def __repr__(self): return "repr"
r = R(); print(1 + r, 2 ** r, 1 in r, 2 not in r, r[3], r[1:2], -r, r @ 1, list(r), r(1, 2), f"{r:abc} {r!s} {r!r} {r}")
r[1] = 2; r[1:3] = 5; del r[0]; del r[1:2]
q = r; q += 5; print(q)
try: r - 1
except TypeError as e: print(e)
try: r -= 1
except TypeError as e: print(e)
try: r ** 2
except TypeError as e: print(e)
a, b = r; print(a, b)
class S(str):
    def __add__(self, o): return "S+"
print(S("a") + "b", "a" + S("b"))
class I2(int):
    def __radd__(self, o): return "I2radd"
print(1 + I2(2), I2(2) + 1)
