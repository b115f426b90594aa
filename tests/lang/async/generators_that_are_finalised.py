# Asynchronous generators: hooks at their first step and at their death, aclose and athrow at each point of their life.
import sys

log = []


def drive(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as end:
        return "returned", end.value
    except BaseException as error:
        return type(error).__name__, str(error)


class Pause:
    def __await__(self):
        yield "pause"


async def numbers():
    try:
        for i in range(3):
            received = yield i
            log.append(received)
    except ZeroDivisionError:
        log.append("caught")
        yield "after"
    finally:
        await Pause()
        log.append("finally")


def first_iteration(generator):
    log.append(f"first {generator.__name__}")


def finalizer(generator):
    log.append("finalizer")
    log.append(drive(generator.aclose()))


sys.set_asyncgen_hooks(first_iteration, finalizer)
g = numbers()
print(log)
print(drive(g.__anext__()), drive(g.asend("x")), log)
print(drive(g.athrow(ZeroDivisionError)), drive(g.__anext__()), drive(g.__anext__()))
log.clear()
g = numbers()
print(drive(g.asend(None)))
del g
print(log)
log.clear()
g = numbers()
print(drive(g.aclose()), drive(g.__anext__()), drive(g.aclose()), drive(g.athrow(ValueError("late"))), log)
g = numbers()
print(drive(g.asend(5)))
print(drive(g.athrow(ValueError("early"))), drive(g.__anext__()))
g = numbers()
step = g.__anext__()
print(drive(step), drive(step))
closing = g.aclose()
print(closing.send(None))
other = g.__anext__()
print(drive(other))
print(drive(closing), drive(closing))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
print(drive(g.__anext__()), drive(g.aclose()))


async def raises_stop(kind):
    yield
    raise kind("s")


for kind in (StopIteration, StopAsyncIteration, GeneratorExit):
    g = raises_stop(kind)
    print(drive(g.__anext__()), drive(g.__anext__()))
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
for wrong in ({"firstiter": 5}, {"finalizer": "a"}):
    try:
        sys.set_asyncgen_hooks(**wrong)
    except TypeError as error:
        print(error)
