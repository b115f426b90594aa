# sys.getrefcount: names, containers, attributes, arguments and closures hold a value once each.
import sys
from sys import getrefcount

x = object()
print(getrefcount(x))
y = x
print(getrefcount(x))
items = [x, x]
print(getrefcount(x))
table = {"x": x}
print(getrefcount(x))
del y
items.clear()
print(getrefcount(x))
table = None
print(getrefcount(x))


class Holder:
    pass


h = Holder()
h.x = x
h.y = (x,)
print(getrefcount(x))
print(getrefcount(h), getrefcount([]), getrefcount(Holder()))


def function(argument):
    local = argument
    return getrefcount(argument)


print(function(x), function(object()))


def outer():
    captured = object()

    def inner():
        return captured

    return getrefcount(captured), inner


count, inner = outer()
print(count, getrefcount(inner()), getrefcount(inner))
s = {x}
print(getrefcount(x))
del h, s
print(getrefcount(x))
print(getrefcount(None) == getrefcount(True) == getrefcount(1) == getrefcount(int) > 1_000_000)


def generator(value):
    yield getrefcount(value)


print(next(generator(object())))
bound = [].append
print(getrefcount(bound), getrefcount(bound.__self__))
try:
    sys.getrefcount()
except TypeError as error:
    print(error)
