# Asynchronous comprehensions of each kind: nesting, conditions, awaits in elements, cancellation half way, scopes.
import types


@types.coroutine
def pause(value):
    log.append(f"pause {value}")
    yield value
    return value


async def numbers(n):
    for i in range(n):
        await pause(f"n{i}")
        yield i
    log.append("numbers done")


def run(coro):
    pauses = 0
    try:
        while True:
            coro.send(None)
            pauses += 1
    except StopIteration as stop:
        return stop.value, pauses
    except BaseException as error:
        return f"{type(error).__name__}: {error}", pauses


log = []


async def lists():
    return [x async for x in numbers(3)], {x async for x in numbers(2)}, {x: -x async for x in numbers(2)}


async def conditions():
    return [x async for x in numbers(4) if x % 2 if await pause(True)]


async def mixed():
    return [(x, y, c) async for x in numbers(2) for y in range(2) async for c in letters("ab")]


async def letters(text):
    for c in text:
        yield c


async def nested():
    return [[y async for y in numbers(x)] async for x in numbers(3)], [[await pause(z) for z in range(w)] for w in range(3)]


async def generator():
    g = (await pause(x) async for x in numbers(2))
    return type(g).__name__, [x async for x in g], [x async for x in g]


async def sync_source_generator():
    g = (await pause(x) for x in range(2))
    return type(g).__name__, [x async for x in g]


async def errors():
    return [1 / x async for x in numbers(2)]


async def wrong():
    return [x async for x in [1]]


async def wrong_sync():
    return [x for x in numbers(1)]


async def scope():
    x = "outer"
    result = [x async for x in numbers(2)]
    fs = [lambda: y async for y in numbers(2)]
    return x, result, [f() for f in fs], [last := n async for n in numbers(3)], last


async def star():
    return [*[x async for x in numbers(2)], *(y for y in range(2))], sum([x async for x in numbers(4)])


async def generator_of_generator():
    inner = (x async for x in numbers(3))
    outer = (x * 10 async for x in inner if x)
    return [x async for x in outer]


class Source:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        log.append("aiter")
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def custom():
    return [x async for x in Source(3)], {x: y async for x in Source(2) async for y in Source(1)}


for function in (lists, conditions, mixed, nested, generator, sync_source_generator, errors, wrong, wrong_sync, scope, star, generator_of_generator, custom):
    log.clear()
    print(function.__name__, run(function()))
    print("  ", len(log), log[:4])
coro = lists()
coro.send(None)
coro.send(None)
try:
    coro.throw(KeyError("cancelled"))
except KeyError as error:
    tb, names = error.__traceback__, []
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(error, names)
coro = generator()
coro.send(None)
coro.close()
print(coro.cr_frame)
