"""Hot code calls generator functions and awaits coroutines: what is made there, and what it does when it is left alone."""
import sys


def count(n, step=2):
    i = 0
    while i < n:
        yield i
        i += step


def walk(depth):
    if depth:
        yield from walk(depth - 1)
        yield depth
        yield from walk(depth - 1)


def outer(base):
    total = 0

    def inner(n):
        nonlocal total
        for i in range(n):
            total += i
            yield base + total

    return inner, lambda: total


def guarded(log, n):
    try:
        for i in range(n):
            yield i
    finally:
        log.append("closed")


def use(times):
    seen = 0
    inner, total = outer(100)
    log = []
    for i in range(times):
        for item in count(5):
            seen += item
        for item in count(6, step=3):
            seen += item
        for item in inner(3):
            seen += item
        for item in guarded(log, 3):
            if item == 1:
                break
        seen += sum(walk(3))
        made = count(3)
        seen += next(made)
        repr(made)
    return seen, total(), len(log)


print(use(400))
print(count(1).__name__, count(1).gi_frame.f_lineno, walk(2).__qualname__)


def replaced(times):
    found = []
    for i in range(times):
        if i == times - 3:
            count.__code__ = walk.__code__
        found.append(list(count(3))[:2])
    return found[-5:]


original = count.__code__
print(replaced(300))
count.__code__ = original


def too_deep(n):
    try:
        return sum(1 for _ in count(4)) + too_deep(n - 1) if n else 0
    except RecursionError:
        return "too deep"


limit = sys.getrecursionlimit()
sys.setrecursionlimit(120)
print([too_deep(n) for n in (3, 50, 3, 50)])
sys.setrecursionlimit(limit)


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got + 1


async def leaf(value):
    return await Pause(value) + 1


async def middle(value, depth=3):
    if depth == 0:
        return await leaf(value)
    return await middle(value, depth - 1) * 2


async def worker(times):
    total = 0
    for i in range(times):
        total += await middle(i)
    return total


def run(coroutine):
    sent = None
    passed = 0
    while True:
        try:
            passed += coroutine.send(sent)
            sent = passed & 3
        except StopIteration as end:
            return end.value, passed


print(run(worker(300)))


async def failing(i):
    await Pause(i)
    raise ValueError(i)


async def catching(times):
    caught = []
    for i in range(times):
        try:
            await failing(i)
        except ValueError as error:
            caught.append((error.args[0], error.__traceback__.tb_next.tb_frame.f_code.co_name))
    return caught[-2:]


print(run(catching(200)))


async def twice(times):
    for i in range(times):
        one = leaf(i)
        await one
        if i > times - 2:
            try:
                await one
            except RuntimeError as error:
                return str(error)


print(run(twice(200)))
sys.set_coroutine_origin_tracking_depth(1)


async def origins(times):
    found = set()
    for _ in range(times):
        coroutine = middle(1)
        found.add(coroutine.cr_origin[0][2])
        await coroutine
    return found


print(run(origins(200)))
