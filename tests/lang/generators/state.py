# What a generator tells about itself, and running it inside itself.
import inspect


def g():
    print(inspect.getgeneratorstate(me))
    try:
        next(me)
    except ValueError as error:
        print(error)
    x = 5
    yield x


me = g()
print(inspect.getgeneratorstate(me), me.gi_running, me.gi_yieldfrom)
next(me)
print(inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me), me.gi_code.co_name)
me.close()
print(inspect.getgeneratorstate(me))


def delegating():
    yield from sub


sub = iter([1, 2])
d = delegating()
next(d)
print(d.gi_yieldfrom is sub)


def two_locals():
    a = yield
    b = yield a
    yield a, b


t = two_locals()
print(next(t), t.send(1), t.send(2))
many = [two_locals() for _ in range(3)]
for i, generator in enumerate(many):
    next(generator)
    generator.send(i)
print([generator.send("z") for generator in many])
