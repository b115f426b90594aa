# Async generators, comprehensions, async for and async with, on a driver of ten lines.
class Tick:
    def __await__(self):
        yield


def run(coroutine):
    steps = 0
    try:
        while True:
            coroutine.send(None)
            steps += 1
    except StopIteration as stop:
        return stop.value, steps


async def ticker(n):
    try:
        for i in range(n):
            await Tick()
            got = yield i
            if got:
                print("got", got)
    finally:
        print("ticker closed")


class Lock:
    async def __aenter__(self):
        await Tick()
        print("locked")
        return "lock"

    async def __aexit__(self, kind, value, traceback):
        print("unlocked", kind and kind.__name__)
        return kind is ValueError


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    print([x async for x in ticker(3)], {x: 1 async for x in Countdown(2)})
    print([await value(x) for x in range(3) if await value(x)], [y async for y in (z async for z in Countdown(2))])
    async for x in ticker(2):
        print("loop", x)
    else:
        print("else")
    async with Lock() as name:
        print(name)
    async with Lock():
        raise ValueError
    agen = ticker(5)
    print(await agen.__anext__(), await agen.asend("hello"))
    await agen.aclose()
    try:
        await anext(agen)
    except StopAsyncIteration:
        print("stopped")
    return await anext(Countdown(0), "default")


async def value(x):
    await Tick()
    return x


print(run(main()))
try:
    for x in ticker(1):
        pass
except TypeError as error:
    print(error)
