# Every kind of parameter, and how a call fills them.
def f(a, /, b, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, 2, d=4))
print(f(1, b=2, d=4))
print(f(1, 2, 3, 4, 5, d=6, e=7, z=8, a=9))
print(f(*[1, 2], *(3,), **{"d": 4}, **{"x": 5}))
print(f(*"ab", d="d", **dict(q=1)))


def only(*, key):
    return key


def positional(x, y=2, /):
    return x, y


print(only(key=1), positional(1), positional(1, 5))


def mutable(item, bag=[]):
    bag.append(item)
    return bag


print(mutable(1), mutable(2), mutable(3, []))
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_posonlyargcount)
print(f.__code__.co_kwonlyargcount, f.__code__.co_varnames[:7])
