# Recursion that passes through builtins goes deep, ends in RecursionError, and the program goes on.
import functools


class Equal:
    def __init__(self, inner): self.inner = inner
    def __eq__(self, other): return [self.inner] == [other.inner]
    def __repr__(self): return f"Equal({self.inner!r})"
    def __hash__(self): return hash((self.inner,))
    def __bool__(self): return bool(self.inner)


def nested(depth):
    value = 1
    for _ in range(depth): value = Equal(value)
    return value


def by_sort(n): return n and sorted([n - 1], key=by_sort) and n
def by_map(n): return n and list(map(by_map, [n - 1])) and n
def by_any(n): return n and (any(by_any(n - 1) for _ in [1]) or n)
def by_max(n): return n and max([n - 1], key=by_max) + 1
def by_reduce(n): return n and functools.reduce(lambda a, b: by_reduce(n - 1), [1, 2]) + 1
def by_partial(n): return n and functools.partial(by_partial, n - 1)() + 1
def by_eval(n): return n and eval("by_eval(n - 1)") + 1


for func in by_sort, by_map, by_any, by_max, by_reduce, by_partial, by_eval:
    print(func.__name__, func(150))
    try:
        func(10**6)
    except RecursionError as error:
        print(type(error).__name__)
print(nested(100) == nested(100), len(repr(nested(100))), hash(nested(100)) == hash(nested(100)), bool(nested(100)))
for action in (lambda: nested(5000) == nested(5000)), (lambda: repr(nested(5000))), (lambda: hash(nested(5000))), (lambda: bool(nested(5000))):
    try:
        action()
    except RecursionError as error:
        print(type(error).__name__)
