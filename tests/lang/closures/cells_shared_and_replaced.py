# Cells: shared between closures, written by nonlocal, cell_contents read, set and deleted, comparison, empty cells, classes and generators.
import types
def make():
    a = b = 0
    def inc(): nonlocal a; a += 1; return a
    def get(): return a, b
    def set_b(v): nonlocal b; b = v
    return inc, get, set_b
inc, get, set_b = make(); other = make()[1]
inc(); inc(); set_b("x")
print(get(), other(), inc.__code__.co_freevars, get.__code__.co_freevars, inc.__closure__[0] is get.__closure__[0], inc.__closure__[0] == other.__closure__[0], len(get.__closure__))
get.__closure__[0].cell_contents = 100
print(inc(), get())
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
cell = get.__closure__[1]
del cell.cell_contents
show(get); show(lambda: cell.cell_contents); show(lambda: delattr(cell, "cell_contents") or "deleted again")
set_b("back"); print(get(), cell.cell_contents)
e, f, g = types.CellType(), types.CellType(1), types.CellType(2)
show(lambda: e.cell_contents)
print(f < g, f == types.CellType(1), e < f, e == types.CellType(), f != g, f >= g, repr(e)[:6], repr(e)[-7:], "int object" in repr(f))
show(lambda: hash(f)); show(lambda: f < 3); show(lambda: types.CellType(1, 2)); show(lambda: types.CellType(contents=1)); show(lambda: setattr(f, "x", 1)); show(lambda: type("C", (types.CellType,), {}))
class Counter:
    total = 0
    def __init__(self):
        mine = 0
        def add(n):
            nonlocal mine
            mine += n; Counter.total += n; __class__.seen = True
            return mine
        self.add = add
c, d = Counter(), Counter(); c.add(1); c.add(2); print(d.add(10), c.add(0), Counter.total, Counter.seen, [v for v in c.add.__code__.co_freevars])
def deep():
    x = 1
    def l1():
        def l2():
            def l3(): nonlocal x; x *= 2; return x
            return l3
        return l2()
    return l1(), lambda: x
double, read = deep(); double(); double(); print(read(), double.__closure__[0] is read.__closure__[0])
def args(a, *b, c=3, **d): return lambda: (a, b, c, d)
print(args(1, 2, x=4)(), args.__code__.co_cellvars)
def gen():
    n = 0
    def bump(): nonlocal n; n += 1
    while n < 5: yield n, bump
out = []
for n, bump in gen(): out.append(n); bump(); bump()
print(out)
def late():
    try: early()
    except NameError as error: print(error)
    value = "now set"
    return early()
def early_factory():
    def f(): return value
    try: f()
    except NameError as error: print(error)
    value = 5
    r = f(); del value
    try: f()
    except NameError as error: print(error)
    return r
print(early_factory())
def loops():
    fs = []
    for i in range(3):
        def f(j=i): return i, j
        fs.append(f)
    return [f() for f in fs], i
print(loops())
