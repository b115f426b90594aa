# When defaults, annotations, decorators and bodies are evaluated, in which scope, and what changes them afterwards.
log = []
def note(name, value=None):
    log.append(name)
    return value
@note("decorator line", lambda f: note("decorator call", f))
def f(a: note("annotation a", int) = note("default a", 1), *args: note("annotation args"), b: note("annotation b") = note("default b", 2), c, **kw: note("annotation kw")) -> note("annotation return", str):
    note("body")
    return a, b
print(log)
log.clear()
f(c=0)
print(log, f.__annotations__, f.__defaults__, f.__kwdefaults__)
def accumulate(x, into=[]):
    into.append(x)
    return into
print(accumulate(1), accumulate(2), accumulate(3, []), accumulate(4), accumulate.__defaults__)
accumulate.__defaults__[0].clear()
print(accumulate(5))
class Scope:
    value = "class value"
    def method(self, x=value, *, y=[v for v in range(3)]):
        return x, y
    functions = [lambda n=n: n for n in range(3)]
    late = [lambda: n for n in range(3)]
print(Scope().method(), [f() for f in Scope.functions], [f() for f in Scope.late])
def recursive_default(n, me=None):
    return 1 if n == 0 else n * (me or recursive_default)(n - 1, me)
recursive_default.__defaults__ = (recursive_default,)
print(recursive_default(5))
def names(a, b=lambda: a_global): return b()
a_global = "found at call time"
print(names(0))
try:
    def broken(a=undefined_name):
        pass
except NameError as error:
    print(error)
try:
    def broken2(a, b=1 / 0): pass
except ZeroDivisionError as error:
    print(error, "broken2" in globals())
h = lambda a, /, b=1, *c, d, e=2, **g: (a, b, c, d, e, g)
print(h(0, d=9), h(0, 1, 2, d=3, a=4), h.__kwdefaults__, h.__code__.co_posonlyargcount, h.__code__.co_kwonlyargcount)
async def co(a=note("async default")): pass
print(log[-1])
def gen(a=note("gen default")): yield
print(log[-1])
