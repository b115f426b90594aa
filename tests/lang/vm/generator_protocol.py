# send, throw, close, delegation and the ends of generators.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit"); raise
    finally: print("fin")
x = g(); print(next(x)); x.close(); print(list(x))
x = g(); x.close(); print(list(x))
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def th():
    while True:
        try: v = yield "v"; print("sent", v)
        except ValueError as e: print("caught", e, type(e))
t = th(); next(t); print(t.throw(ValueError("a"))); print(t.throw(ValueError)); print(t.send(3))
try: t.throw(KeyError("z"))
except KeyError as e: print("out", e)
try: next(t)
except StopIteration as e: print("stop", e.value)
def stopit():
    yield 1
    raise StopIteration(5)
s = stopit(); next(s)
try: next(s)
except RuntimeError as e: print(e, repr(e.__cause__))
def inner():
    try:
        r = yield "i1"
        print("inner got", r)
        yield "i2"
    except ValueError as e:
        print("inner caught", e); yield "recovered"
    return "inner-ret"
def outer():
    r = yield from inner()
    print("outer got", r)
    yield from [1, 2]
    return "outer-ret"
o = outer(); print(next(o)); print(o.send("S")); print(o.throw(ValueError("T"))); print(next(o)); print(next(o))
try: next(o)
except StopIteration as e: print("ret", e.value)
o = outer(); next(o)
try: o.throw(KeyError("K"))
except KeyError as e: print("K out", e)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("itval")
        return self.n
    def throw(self, e): print("It.throw", e); return "thrown"
    def close(self): print("It.close")
def d():
    r = yield from It(); print("r", r)
print(list(d()))
q = d(); next(q); print(q.throw(ValueError("x"))); q.close()
for i in It(): print(i)
try: x = g(); x.send(5)
except TypeError as e: print(e)
def selfrun():
    try: next(sr)
    except ValueError as e: print(e)
    yield 1
sr = selfrun(); next(sr)
print(type(sr), sr.gi_running, sr.gi_suspended, sr.gi_code.co_name, sr.gi_yieldfrom, sr.__name__, sr.__qualname__)
def chain(n):
    if n: yield from chain(n-1)
    yield n
print(sum(chain(50)), max(chain(10)))
def gf():
    yield
z = gf(); print(z.gi_frame is not None); list(z); print(z.gi_frame)
def ctx():
    try: raise KeyError(1)
    except KeyError:
        yield 1
        try: raise ValueError(2)
        except ValueError as e: print(repr(e.__context__))
        yield 2
c = ctx(); next(c)
import sys
print(sys.exception() if hasattr(sys, 'exception') else None)
try: raise TypeError(3)
except TypeError:
    next(c)
def ret_tuple():
    return (1, 2)
    yield
try: next(ret_tuple())
except StopIteration as e: print(e.value, e.args)
print(next(iter([]), "def"), next(gf(), 3), next(ret_tuple(), 'd'))
ge = (i * 2 for i in range(4)); print(next(ge), list(ge), ge)if 0 else print(list(ge))
def y_expr():
    x = yield
    while x is not None:
        x = yield x * 2
ye = y_expr(); next(ye); print(ye.send(2), ye.send(4))
try: ye.send(None)
except StopIteration: print("end")
def nested_finally():
    try:
        try: yield 1
        finally: print("f1")
    finally: print("f2")
n = nested_finally(); next(n); n.close()
def ex_in_for():
    for i in range(3):
        try: yield i
        except ValueError: print("ve at", i)
e = ex_in_for(); next(e); print(e.throw(ValueError())); print(next(e)); 
try: e.throw(ValueError, "old", None)
except StopIteration: print("done")
try: gf().throw(5)
except TypeError as e: print(e)
gg = gf()
try: gg.throw(ValueError("unstarted"))
except ValueError as e: print(e, gg.gi_frame)
class OddNext:
    def __init__(self, g): self.g = g
def gcl():
    try: yield 1
    except GeneratorExit: print("gcl closed")
def tempbreak():
    for a in gcl(): break
    for b in gcl():
        return ("ret", b)
print(tempbreak())
def tempraise():
    try:
        for a in gcl(): raise ValueError("tr")
    except ValueError as e: print(e)
    for a in gcl(): raise ValueError("tr2")
try: tempraise()
except ValueError as e: print(e)
def ignoring():
    while True:
        try: yield 1
        except GeneratorExit: pass
class BoolThrow:
    def __init__(self): self.g = gt(); next(self.g)
    def __bool__(self): return self.g.throw(ValueError)
def gt():
    while True:
        try: yield True
        except ValueError: print("in gt")
print("yes" if BoolThrow() else "no")
