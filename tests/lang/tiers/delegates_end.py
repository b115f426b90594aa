"""What a generator or coroutine delegates to ends with it, also where both run in compiled code."""


class Pause:
    def __await__(self):
        yield "paused"


async def inner(name):
    try:
        await Pause()
        return name
    finally:
        print("inner ends", name)


async def outer(name):
    try:
        return await inner(name)
    finally:
        print("outer ends", name)


def leaf(name):
    try:
        yield 1
        yield 2
    finally:
        print("leaf ends", name)


class Walk:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        try:
            yield from leaf(self.name)
        finally:
            print("walk ends", self.name)


def branch(name):
    got = yield from leaf(name)
    yield from Walk(name)
    return got


def finish(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as error:
        return error.value


for round in range(3):
    print(finish(outer("awaited %d" % round)))

task = outer("dropped")
print(task.send(None))
del task

task = outer("closed")
task.send(None)
task.close()

task = outer("thrown")
task.send(None)
try:
    task.throw(KeyError("k"))
except KeyError as error:
    print("raised", error)

print(list(branch("whole")))
walk = branch("dropped")
print(next(walk), next(walk), next(walk))
del walk
walk = branch("closed")
print(next(walk))
walk.close()


def total(count):
    """Hot: a generator that delegates at each turn, and one `for` over it."""

    def pairs(start):
        yield start
        yield from (start + 1, start + 2)
        return start

    def turns():
        result = 0
        for i in range(count):
            result += yield from pairs(i)
        yield result

    last = 0
    for value in turns():
        last = value
    return last


print(total(10), total(1000), total(3))


async def add(depth):
    if depth == 0:
        await Pause()
        return 1
    return await add(depth - 1) + await add(depth - 1)


print(finish(add(9)))


def echo():
    got = None
    while True:
        got = yield got


def through(receiver):
    result = yield from receiver
    return result


relay = through(echo())
print(next(relay), [relay.send(i) for i in range(200)][-3:])
del relay


class Source:
    """An iterator whose close() is seen when the generator that delegates to it goes."""

    def __init__(self):
        self.count = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.count += 1
        return self.count

    def close(self):
        print("source closed at", self.count)


def delegate():
    yield from Source()


for limit in (1, 5, 300):
    going = delegate()
    for value in going:
        if value == limit:
            break
    going.close()
recursive = None


def itself():
    yield 1
    yield from recursive


recursive = itself()
try:
    print(list(recursive))
except ValueError as error:
    print(error)
