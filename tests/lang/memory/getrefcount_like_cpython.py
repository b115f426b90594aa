# sys.getrefcount of objects in names, containers, arguments, frames and cells: differences, as CPython counts them.
import sys
def count(x): return sys.getrefcount(x)
a = object()
base = sys.getrefcount(a)
b = a
print(sys.getrefcount(a) - base)
held = [a, a, (a,), {a: a}, {"k": a}]
print(sys.getrefcount(a) - base)
held.clear()
print(sys.getrefcount(a) - base)
del b
print(sys.getrefcount(a) - base, count(a) - base)
class C: pass
c = C(); c.x = a; C.y = a
print(sys.getrefcount(a) - base)
del c, C.y
print(sys.getrefcount(a) - base)
def closure():
    inner = a
    def g(): return inner
    return g
g = closure()
print(sys.getrefcount(a) - base)
del g
def generator():
    kept = a
    yield 1
it = generator(); next(it)
print(sys.getrefcount(a) - base)
it.close()
print(sys.getrefcount(a) - base)
def default(x=a): pass
print(sys.getrefcount(a) - base)
default.__defaults__ = None
print(sys.getrefcount(a) - base)
m = a.__eq__
print(sys.getrefcount(a) - base)
del m
try:
    raise ValueError(a)
except ValueError as error:
    print(sys.getrefcount(a) - base)
print(sys.getrefcount(a) - base)
print(sys.getrefcount([]), sys.getrefcount(object()), sys.getrefcount(a) == base)
