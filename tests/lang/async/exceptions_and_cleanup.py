# Errors, cancellation by close, and finally blocks that await.
class Step:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        print("wait", self.name)
        return (yield self.name)


async def resource():
    try:
        await Step("work")
        return "done"
    except KeyError as error:
        await Step("recover")
        return f"recovered {error}"
    finally:
        await Step("cleanup")


def run(coroutine, *inputs):
    try:
        coroutine.send(None)
        for value in inputs:
            if isinstance(value, Exception):
                coroutine.throw(value)
            else:
                coroutine.send(value)
    except StopIteration as stop:
        return stop.value
    except Exception as error:
        return repr(error)
    return "not finished"


print(run(resource(), 1, 2))
print(run(resource(), KeyError("k"), 1, 2))
print(run(resource(), ValueError("v"), 1))
c = resource()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)


async def outer():
    results = []
    for i in range(3):
        try:
            results.append(await inner(i))
        except ZeroDivisionError as error:
            results.append(str(error))
    return results


async def inner(i):
    await Step(f"inner {i}")
    return 6 / (i - 1)


print(run(outer(), 1, 2, 3))


async def gen():
    try:
        yield await Step("g1")
        yield 2
    finally:
        print("gen cleanup")


async def use():
    async for x in gen():
        print("got", x)
        break
    return [x async for x in gen() if x != 2]


print(run(use(), "v", "w", "x"))
import inspect

k = inner(0)
print(inspect.getcoroutinestate(k), inspect.iscoroutine(k), inspect.iscoroutinefunction(inner), inspect.isasyncgenfunction(gen))
k.close()
print(inspect.getcoroutinestate(k))
