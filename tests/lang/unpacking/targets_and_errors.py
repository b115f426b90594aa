# Unpacking into every kind of target, order of evaluation, counts that do not fit, iterators that raise, nested stars, swaps, for and with targets.
def show(source, **names):
    scope = dict(names)
    try:
        exec(source, scope)
        print(source, "->", {k: v for k, v in scope.items() if k not in names and k != "__builtins__"})
    except Exception as error:
        print(source, "!", type(error).__name__, error)
class Once:
    def __init__(self, n, fail=None): self.n, self.fail, self.taken = n, fail, 0
    def __iter__(self): return self
    def __next__(self):
        if self.taken == self.fail: raise LookupError("while unpacking")
        if self.taken >= self.n: raise StopIteration
        self.taken += 1
        return self.taken
for source in ("a, b = 1, 2", "a, b = 'xy'", "[a, b] = {1: 0, 2: 0}", "(a,), b = [1], 2", "a, *b = 1,", "*a, b = 1, 2, 3", "a, *b, c = range(5)", "*a, = ()", "a, (b, *c), *d = 1, 'xyz', 3, 4", "a = b, c = 1, 2", "() = []", "[] = ()", "a, b = b, a = 1, 2", "(a, b), c = [1, 2], 3", "a, b = 1", "a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = 1,", "*a, b = []", "() = 1,", "a, b = None", "a, (b, c) = 1, 2", "a, (b, c) = 1, (2,)", "a, b = {}", "a, b, c = 'ab'", "for a, b in [(1, 2), (3,)]: pass", "for (a, *b), c in [('xyz', 1)]: pass", "for i, x[i] in [(0, 'p'), (1, 'q')]: pass"):
    show(source, x=[0, 0])
for n in (1, 2, 3, 5):
    it = Once(n)
    try: a, b = it
    except ValueError as error: print(n, it.taken, error)
    else: print(n, it.taken, a, b)
it = Once(3, fail=1)
try: a, b = it
except LookupError as error: print(error, it.taken)
try: a, *b = Once(5, fail=3)
except LookupError as error: print(error)
log = []
class Target:
    def __setitem__(self, key, value): log.append(("item", key, value))
    def __setattr__(self, name, value): log.append(("attr", name, value))
def note(v): log.append(v); return v
t = Target()
t[note("k1")], t.attr, *t[note("k2"):note("k3")], t[note("last")] = note([1, 2, 3, 4, 5])
print(log)
a = [0, 1, 2]; i = 0
i, a[i] = 2, "set"
print(i, a)
a[0], a[1] = a[1], a[0]; print(a)
def f(*args): return args
print(f(*[1], *(2, 3), *"ab"), [*range(3), *"x", *{}], (*[1], 2), {*[1], *{1: 2}}, {**{1: 2}, 3: 4, **{1: 5}}, *[1, 2])
def gen():
    x = yield 1, *[2, 3]
    return *x, "end"
g = gen(); print(next(g))
try: g.send("ab")
except StopIteration as stop: print(stop.value)
for source in ("*a = 1", "*a, *b = 1", "a, b += 1", "(a, b): int = 1", "a, 1 = 2", "f() = 1", "a + b = 1", "None = 1", "(a, None) = 1", "[a, b()] = 1", "*a", "print(*)", "x = *a", "del *a", "del (a, *b)", "*a += 1", "for *a in b: pass", "with a as *b: pass", "(*a) = 1", "a: int, b = 1", "[*a, *b] = c", "{a, b} = c", "'x' = 1", "a.b, 'c' = 1", "lambda: x = 1", "(yield) = 1", "a if b else c = 1", "{**a, *b}", "[**a]"):
    try: compile(source, "<s>", "exec"); print(source, "| compiled")
    except SyntaxError as error: print(source, "|", error.msg)
