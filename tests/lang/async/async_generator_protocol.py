# asend, athrow, aclose and anext driven by hand: results, reuse errors, running errors, ended and unstarted ones.
import sys
import types


@types.coroutine
def pause(value):
    return (yield value)


async def agen():
    try:
        x = yield 1
        print("  got", x)
        await pause("inside")
        y = yield 2
        print("  got", y)
    except ValueError as error:
        print("  caught", error)
        yield "handled"
    finally:
        print("  finally")


def step(awaitable, value=None):
    try:
        return ("suspended", awaitable.send(value))
    except StopIteration as stop:
        return ("result", stop.value)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


a = agen()
print(step(a.asend("early")), step(a.asend(None)))
pending = a.asend("x")
print(step(pending))
print(step(a.asend("while running")), step(a.athrow(ValueError)), step(a.aclose()), a.ag_running)
print(step(pending), step(pending), step(a.asend("y")), step(a.asend("after")), step(a.__anext__()))
a = agen()
print(step(a.__anext__()), step(a.athrow(ValueError("v"))), step(a.aclose()), step(a.__anext__()))
a = agen()
print(step(a.athrow(KeyError("unstarted"))), step(a.__anext__()))
a = agen()
print(step(a.aclose()), step(a.asend(None)), step(a.aclose()))
a = agen()
step(a.__anext__())
closing = a.aclose()
print(step(closing), step(closing), step(a.athrow(ValueError)), step(a.athrow(GeneratorExit)))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield "ignored"


a = ignores()
step(a.__anext__())
print(step(a.aclose()))


async def awaits_in_close():
    try:
        yield 1
    finally:
        print("  cleanup", await pause("cleaning"))


a = awaits_in_close()
step(a.__anext__())
closing = a.aclose()
print(step(closing), step(closing, "cleaned"))


async def raises(what):
    yield 1
    raise what


for what in (StopIteration(1), StopAsyncIteration(2), ValueError(3), GeneratorExit(), StopIteration):
    a = raises(what)
    step(a.__anext__())
    print(step(a.__anext__()), step(a.__anext__()))
a = agen()
for name in ("asend", "athrow", "__anext__", "aclose"):
    made = getattr(a, name)(*([None] if name == "asend" else [ValueError] if name == "athrow" else []))
    print(type(made).__name__, made.__await__() is made, iter(made) is made, sorted(n for n in dir(made) if not n.startswith("__")))
    made.close()
    print(step(made))
for call in [lambda: a.asend(), lambda: a.aclose(1), lambda: anext(5), lambda: aiter(5), lambda: anext(a, 1, 2), lambda: aiter([])]:
    try:
        made = call()
        print(type(made).__name__, step(made))
    except TypeError as error:
        print(error)


async def short():
    yield 1


a = short()
print(step(anext(a, "default")), step(anext(a, "default")), step(anext(a, "default")), type(anext(short(), 0)).__name__)


class Custom:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5




async def loop(source):
    async for x in source:
        print("  loop", x)


for source in (short(), Custom(), 5, [1], type("B", (), {"__aiter__": lambda self: 5})(), type("B", (), {"__aiter__": lambda self: self, "__anext__": lambda self: pause("p")})()):
    coro = loop(source)
    print(step(coro))
    coro.close()
