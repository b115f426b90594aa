# Coroutines driven by hand: await, return values, errors, and async for and with.
class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        got = yield self.label
        return got


async def child(n):
    got = await Pause(f"pause {n}")
    print("child resumed with", got)
    return n * 10


async def main():
    total = await child(1) + await child(2)
    try:
        await failing()
    except ValueError as error:
        print("caught", error)
    return total


async def failing():
    await Pause("before failing")
    raise ValueError("failed")


def drive(coroutine):
    value = None
    while True:
        try:
            label = coroutine.send(value)
        except StopIteration as stop:
            return stop.value
        print("driver saw", label)
        value = label.upper()


print(drive(main()))
c = child(5)
print(type(c).__name__, c.__name__)
c.close()


async def bad():
    await 5


try:
    drive(bad())
except TypeError as error:
    print(error)
c = child(1)
c.send(None)
try:
    c.throw(KeyError("thrown"))
except KeyError as error:
    print("thrown through", error)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
