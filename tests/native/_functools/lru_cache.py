"""functools.lru_cache."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import functools
calls = []
@functools.lru_cache(maxsize=2)
def f(*args, **kwargs):
    calls.append((args, kwargs))
    return len(calls)
print(f(1), f(1), f(2), f(3), f(1), f(1.0), f(a=1), f.cache_info(), f.cache_parameters(), f.__name__, f.__wrapped__ is not f)
f.cache_clear()
print(f.cache_info(), calls)
@functools.lru_cache(maxsize=None, typed=True)
def g(x):
    return type(x).__name__
print(g(1), g(1.0), g(True), g(1), g.cache_info())
@functools.lru_cache(maxsize=0)
def h(x):
    return x
h(1); h(1)
print(h.cache_info())
@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info())
error(f, [])
error(functools.lru_cache, "a")
error(lambda: functools._lru_cache_wrapper(5, 1, False, tuple))
error(lambda: functools._lru_cache_wrapper(len, "a", False, tuple))
class Thing:
    @functools.lru_cache
    def method(self, x):
        return x
thing = Thing()
print(thing.method(1), thing.method(1), Thing.method.cache_info().hits)
