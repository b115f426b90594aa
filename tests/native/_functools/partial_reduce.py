"""functools: partial, reduce, cmp_to_key."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import functools
p = functools.partial(int, base=2)
print(p("101"), p, p.func, p.args, p.keywords, functools.partial(p, "11")(), functools.partial(functools.partial(max, 1), 2)(0))
p.attribute = 1
print(p.__dict__, functools.partial(int, "1").__reduce__(), functools.partial(print, 1, sep="-"))
for call in (lambda: functools.partial(), lambda: functools.partial(5), lambda: functools.partial(int).__setstate__(5), lambda: functools.partial(int, "x")()):
    error(call)
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [], "start"), functools.reduce(max, [5]))
for call in (lambda: functools.reduce(max, []), lambda: functools.reduce(max, 5), lambda: functools.reduce(max), lambda: functools.reduce(5, [1, 2])):
    error(call)
key = functools.cmp_to_key(lambda a, b: b - a)
print(sorted([1, 3, 2], key=key), key(1) < key(2), key(1) == key(1), key(5).obj)
error(lambda: key(1) < 2)
error(key)
error(hash, key(1))
error(functools.cmp_to_key)
class Sub(functools.partial):
    pass
print(Sub(int, "5"), Sub(int, "5")(), functools.partial[int])
