# RecursionError: in functions, methods, generators, comprehensions, properties, operators and repr, recovery after it, and setrecursionlimit.
import sys
def show(action):
    try: result = action(); print("fine", str(result)[:40])
    except RecursionError as error: print("RecursionError", str(error)[:40])
    except Exception as error: print(type(error).__name__, error)
def f(n): return 0 if n == 0 else 1 + f(n - 1)
show(lambda: f(500)); show(lambda: f(10**6)); show(lambda: f(500))
class C:
    def m(self): return self.m()
    @property
    def p(self): return self.p
    def __getattr__(self, name): return getattr(self, name + "x")
    def __add__(self, other): return self + other
    def __call__(self): return self()
    def __getitem__(self, k): return self[k]
    def __len__(self): return len(self)
    def __eq__(self, other): return self == other
    def __repr__(self): return repr([self])
    def __iter__(self): return iter(self)
    def __bool__(self): return not self
c = C()
for action in (c.m, lambda: c.p, lambda: c + 1, c, lambda: c[0], lambda: len(c), lambda: c == 1, lambda: iter(c), lambda: bool(c)):
    show(action)
def gen(n): yield from gen(n + 1)
show(lambda: next(gen(0)))
def comp(n): return [comp(n + 1) for _ in range(1)]
show(lambda: comp(0))
def tried(n):
    try: return tried(n + 1)
    except RecursionError: return n
print(tried(0) > 100)
depth = 0
def finally_runs(n):
    global depth
    try: finally_runs(n + 1)
    finally: depth += 1
show(lambda: finally_runs(0)); print(depth > 100)
old = sys.getrecursionlimit()
for bad in (0, -1, "x", 1.5, None):
    try: sys.setrecursionlimit(bad)
    except Exception as error: print(type(error).__name__, error)
def at_depth(n): return sys.setrecursionlimit(20) if n == 0 else at_depth(n - 1)
try: at_depth(50)
except RecursionError as error: print(error)
sys.setrecursionlimit(5000); show(lambda: f(4000)); sys.setrecursionlimit(200); show(lambda: f(400)); sys.setrecursionlimit(old); show(lambda: f(400))
a = []; a.append(a); b = {}; b["b"] = b
print(repr(a), repr(b), a == a)
other = []; other.append(other)
def mutual_even(n): return True if n == 0 else mutual_odd(n - 1)
def mutual_odd(n): return False if n == 0 else mutual_even(n - 1)
print(mutual_even(600), sys.getrecursionlimit() == old)
class Deep(Exception): pass
def raising(n):
    if n == 0: raise Deep("bottom")
    raising(n - 1)
try: raising(300)
except Deep as error:
    tb, count = error.__traceback__, 0
    while tb: tb, count = tb.tb_next, count + 1
    print(count)
