# A least-recently-used cache as a decorator, on a dict's order.
def lru(size):
    def wrap(function):
        cache, stats = {}, {"hits": 0, "misses": 0}

        def inner(*args):
            if args in cache:
                stats["hits"] += 1
                cache[args] = cache.pop(args)
            else:
                stats["misses"] += 1
                cache[args] = function(*args)
                if len(cache) > size:
                    del cache[next(iter(cache))]
            return cache[args]

        inner.stats, inner.cache = stats, cache
        return inner

    return wrap


@lru(3)
def square(n):
    return n * n


print([square(n) for n in (1, 2, 3, 1, 4, 2, 1)], square.stats, list(square.cache))


@lru(100)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.stats)
import functools


@functools.lru_cache(maxsize=2)
def add(a, b=0):
    return a + b


print(add(1), add(1), add(2, b=1), add(3), add(1), add.cache_info())
add.cache_clear()
print(add.cache_info())
