# asend, athrow and aclose of async generators in each state, driven by hand: values, errors, reuse, and one at a time.
import types
@types.coroutine
def pause(value):
    return (yield value)
def drive(awaitable, *sends):
    trace = []
    it = awaitable.__await__()
    try:
        trace.append(("yield", it.send(None)))
        for value in sends:
            trace.append(("yield", it.send(value)))
    except StopIteration as stop:
        trace.append(("value", stop.value))
    except BaseException as error:
        trace.append((type(error).__name__, str(error)))
    return trace
async def simple():
    got = yield 1
    print("  got", got)
    yield 2
async def waiting():
    try:
        x = await pause("p1")
        y = yield x
        await pause("p2")
        yield y
    except KeyError as error:
        print("  handles", error)
        yield "handled"
    finally:
        await pause("cleanup")
        print("  cleaned")
async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
for maker in (simple, waiting):
    a = maker()
    print(maker.__name__, drive(a.asend(None), "A"), drive(a.asend("B"), "C"), drive(a.asend("D"), "E"), drive(a.asend(None)), drive(a.__anext__()))
    print("  asend value first", drive(maker().asend(3)))
    print("  athrow first", drive(maker().athrow(KeyError("k"))))
    print("  aclose first", drive(maker().aclose()))
    a = maker(); drive(a.asend(None), "A")
    print("  athrow later", drive(a.athrow(KeyError("k")), 1, 2), drive(a.asend(None), 1), drive(a.asend(None)))
    a = maker(); drive(a.asend(None), "A")
    print("  aclose later", drive(a.aclose(), 1), drive(a.aclose()), drive(a.asend(None)), drive(a.athrow(ValueError("v"))))
    a = maker(); drive(a.asend(None), "A")
    print("  athrow exit", drive(a.athrow(GeneratorExit()), 1))
a = stubborn(); drive(a.asend(None))
print("stubborn", drive(a.aclose()))
a = simple()
step = a.asend(None)
print(drive(step), drive(step))
step = a.asend(None)
step.close()
print("closed step", drive(step))
a = waiting()
first, second = a.asend(None), a.asend(None)
print(first.send(None))
try:
    second.send(None)
except RuntimeError as error:
    print(error)
closing = a.aclose()
try:
    closing.send(None)
except RuntimeError as error:
    print(error)
print(drive_rest := [type(first.throw(ValueError("into the pause"))).__name__])
async def stops():
    yield 1
    raise StopAsyncIteration("inside")
async def stops2():
    yield 1
    raise StopIteration("inside")
for maker in (stops, stops2):
    a = maker(); drive(a.asend(None))
    print(drive(a.asend(None)))
async def returns():
    if True:
        return
    yield
print(drive(returns().asend(None)))
