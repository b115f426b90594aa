# yield from delegates values, sends, throws and the return value.
def inner():
    try:
        got = yield 1
        print("inner got", got)
        yield 2
    except ValueError as error:
        print("inner caught", error)
        yield "handled"
    return "inner result"


def outer():
    result = yield from inner()
    print("result", result)
    yield from [10, 20]
    yield from "ab"
    return (yield from ())


g = outer()
print(next(g), g.send("x"), next(g), list(g))
g = outer()
next(g)
print(g.throw(ValueError("boom")))
print(list(g))


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [[6]]])))


class Plain:
    def __iter__(self):
        return iter([1, 2])


def over_plain():
    x = yield from Plain()
    print("x", x)


g = over_plain()
print(next(g))
try:
    g.send(5)
except AttributeError as error:
    print(error)
try:
    list((lambda: (yield from 5))())
except TypeError as error:
    print(error)
