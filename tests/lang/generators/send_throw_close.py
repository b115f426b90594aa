# Sending values in, raising inside, closing, and what a generator may do about it.
def echo():
    received = None
    while True:
        try:
            received = yield received
            print("got", received)
        except ValueError as error:
            print("caught", error)
            received = "after error"
        finally:
            print("finally")


g = echo()
print(next(g))
print(g.send("hello"))
print(g.throw(ValueError("bad")))
g.close()
print(g.gi_frame)
g = echo()
try:
    g.send("too early")
except TypeError as error:
    print(error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def stops():
    yield 1
    raise StopIteration("inside")


try:
    list(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def clean():
    try:
        yield "a"
    finally:
        print("cleaned")


for x in clean():
    break
c = clean()
next(c)
try:
    c.throw(KeyError("k"))
except KeyError as error:
    print(repr(error))
fresh = clean()
fresh.close()
try:
    next(fresh)
except StopIteration:
    print("closed before start")
