# Binding arguments, unpacking and operators: the values and the error messages.
def show(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
def f0(): return 0
def f1(a): return a
def f2(a, b=1): return a, b
def f3(a, /, b, *, c): return a, b, c
def f4(*a, **k): return a, k
def f5(a, b, c=3, *, d, e=5): return a, b, c, d, e
def f6(a, b, /, c, d=4, *args, e, f=6, **kw): return a, b, c, d, args, e, f, kw
show(f0, 1); show(f0, 1, 2); show(f0, x=1)
show(f1); show(f1, 1, 2); show(f1, 1, a=2); show(f1, b=2); show(f1, a=2)
show(f2); show(f2, 1, 2, 3); show(f2, b=3); show(f2, 1, 2, b=3); show(f2, 1, 2, 3, 4)
show(f3, 1, 2); show(f3, a=1, b=2, c=3); show(f3, 1, 2, 3); show(f3, 1, 2, 3, c=4); show(f3, 1, b=2, c=3, d=4); show(f3)
show(f4, 1, 2, x=3); show(f5, 1); show(f5); show(f5, 1, 2); show(f5, 1, 2, 3, 4); show(f5, 1, 2, 3, 4, d=1); show(f5, 1, 2, 3, 4, d=1, e=2)
show(f5, 1, d=4, b=2); show(f6, 1, 2, 3, e=1); show(f6, 1, 2, 3, 4, 5, 6, e=1, z=3, a=4); show(f6, 1, b=2); show(f6)
class C:
    def m(self, x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @staticmethod
    def s(x): return x
show(C.m); show(C().m); show(C.m, 1); show(C().m, 1, 2); show(C.c); show(C.c, 1); show(C.s, 1, 2); show(C().c, 4)
show(C, 1); show(int, 1, 2, 3); show(len); show(5); show(None); show("x", 1)
d = {'a': 1}
try: f4(**d, **d)
except TypeError as e: print(e)
try: f4(*5)
except TypeError as e: print(e)
try: f4(**5)
except TypeError as e: print(e)
try: f4(**{1: 2})
except TypeError as e: print(e)
try: f4(1, *[2], **{'a': 1}, a=2)
except TypeError as e: print(e)
try: [*5]
except TypeError as e: print(e)
try: {**5}
except TypeError as e: print(e)
try: {**[1]}
except TypeError as e: print(e)
try: a, b = 1
except TypeError as e: print(e)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, c = 1, 2
except ValueError as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
try: a, *b, c = []
except ValueError as e: print(e)
try: a, *b, c = iter([1])
except ValueError as e: print(e)
try: a, b = iter([1,2,3])
except ValueError as e: print(e)
a, *b, c = "xyz"; print(a, b, c)
*a, = (1, 2); print(a)
class N:
    def __new__(cls, *a, **k):
        self = super().__new__(cls); self.args = a, k; return self
show(lambda: N(1, x=2).args)
class N2:
    def __new__(cls, x): return 5
    def __init__(self, x): print("no")
show(N2, 1)
class N3:
    def __init__(self): return 5
show(N3)
class M(type):
    def __call__(cls, *a):
        print("meta call", a); return super().__call__(*a)
class N4(metaclass=M):
    def __init__(self, x): self.x = x
show(lambda: N4(3).x)
show(N4)
class K:
    def __call__(self, *a, **k): return a, k
show(K(), 1, z=2)
class P:
    k = K()
show(P().k, 1)
print((lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, f=5))
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
g = outer(); g(); print(g(), g.__closure__[0].cell_contents, g.__code__.co_freevars)
def dflt(x=[]): x.append(1); return x
dflt(); print(dflt(), dflt.__defaults__)
dflt.__defaults__ = (5,); print(dflt.__defaults__)
def ann(a: int, b: "str" = 3, *c: list, d: dict = None, **e: set) -> None: pass
print(ann.__annotations__, ann.__kwdefaults__)
try: ann.__code__ = 5
except TypeError as e: print(e)
try: outer().__code__ = ann.__code__
except ValueError as e: print(e)
print(ann.__name__, ann.__qualname__, C.m.__qualname__, outer.__module__)
try: unboundx
except NameError as e: print(e, e.name)
def ub():
    print(q)
    q = 1
try: ub()
except UnboundLocalError as e: print(e, e.name)
def ub2():
    def i(): return z
    try: i()
    except NameError as e: print(e)
    z = 1
    del z
    try: i()
    except NameError as e: print(e)
    try: del z
    except NameError as e: print(e)
ub2()
try: del nope
except NameError as e: print(e)
for i in range(3):
    print(i, end=" ")
else: print("else")
i = 0
while True:
    i += 1
    if i == 2: continue
    if i > 4: break
print(i)
print([x * y for x in range(3) for y in range(3) if x != y], {x: x*x for x in range(3)}, list(x for x in "ab"))
print([(lambda: x)() for x in range(3)], [f() for f in [lambda: x for x in range(3)]])
x = 10
class Scope:
    x = 20
    y = [x for _ in range(2)]
    def get(self): return x
print(Scope.y, Scope().get())
print(1 < 2 < 3, 1 < 3 < 2, 1 in [1] in [[1]], not 1, -True, ~5, +False)
print(f"{1!r:>5}|{'a' 'b'}|{3.5:{'8'}.{2}f}|{x=}")
def gen_kw(**kw): return kw
print(gen_kw(**{'a b': 1}))
print(*[1, 2], *(3,), sep="-")
