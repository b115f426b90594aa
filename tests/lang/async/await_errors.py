# await of what cannot be awaited, coroutines awaited twice or while awaited, and with and for without their methods.
import types
import warnings

warnings.simplefilter("ignore")


def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return ("returned", stop.value)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    finally:
        coro.close()
    return "suspended"


class Await:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        return self.result


async def aw(value):
    return await value


async def nothing():
    return "done"


@types.coroutine
def old():
    yield "y"
    return "old"


def plain_generator():
    yield


for value in (5, None, "x", [1], plain_generator(), nothing, Await(5), Await(None), Await([1]), Await(iter([])), Await(iter([7])), Await(plain_generator()), old()):
    print(type(value).__name__, type(getattr(value, "result", None)).__name__, run(aw(value)))
c = nothing()
print(run(aw(Await(c))))
c.close()
c = nothing()
print(run(aw(c)), run(aw(c)))
print(run(c))


async def itself():
    return await me


me = itself()
print(run(me))


async def waits():
    await old()


first = waits()
first.send(None)
second = aw(first)
print(run(second))
first.close()


async def awaits_twice(c):
    await c


shared = waits()
a, b = awaits_twice(shared), awaits_twice(shared)
print(a.send(None), run(b))
a.close()


async def with_(manager):
    async with manager as m:
        return ("body", m)


async def for_(source):
    async for x in source:
        return x
    else:
        return "else"


def make(**methods):
    return type("M", (), methods)()


async def coro(self, *args):
    return "entered"


async def true(self, *args):
    return True


async def fails(self, *args):
    raise KeyError("exit")


for manager in (5, make(), make(__aenter__=coro), make(__aexit__=coro), make(__enter__=coro, __exit__=coro), make(__aenter__=coro, __aexit__=coro), make(__aenter__=lambda s: 5, __aexit__=coro), make(__aenter__=coro, __aexit__=lambda *a: 5), make(__aenter__=fails, __aexit__=true), make(__aenter__=coro, __aexit__=fails), make(__aenter__=None, __aexit__=None)):
    print(run(with_(manager)))


async def suppress(manager):
    async with manager:
        raise ValueError("in body")
    return "suppressed"


print(run(suppress(make(__aenter__=coro, __aexit__=true))), run(suppress(make(__aenter__=coro, __aexit__=coro))), run(suppress(make(__aenter__=coro, __aexit__=fails))))
for source in ([1], make(), make(__aiter__=coro), make(__aiter__=None), make(__aiter__=lambda s: s), make(__aiter__=lambda s: s, __anext__=lambda s: 1), make(__aiter__=lambda s: s, __anext__=coro), make(__aiter__=lambda s: 1 / 0)):
    print(run(for_(source)))
with_sync = """
class C:
    async def __aenter__(self): ...
    async def __aexit__(self, *a): ...
with C(): pass
"""
for text in (with_sync, "for x in agen(): pass", "[*agen()]", "x, y = agen()", "iter(agen())", "await_ = agen().__await__", "list(coro_())", "for x in coro_(): pass", "next(coro_())", "coro_() + 1"):
    names = {}
    exec("async def agen():\n yield\nasync def coro_(): pass", names)
    try:
        exec(text, names)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
for text in ("async def f():\n yield 1\n return 2", "async def f():\n yield from x", "def f():\n await x", "await x", "def f():\n async with x: pass", "def f():\n async for x in y: pass", "async with x: pass", "def f():\n [x async for x in y]", "async def f():\n [await x for x in y]\n (await x for x in y)\n [x async for x in y]", "async def f():\n def g():\n  await x", "async def f():\n lambda: await x", "class C:\n await x", "async def f():\n await", "async x = 1", "await = 1", "async = 1", "async def f(x=await y): pass", "async def f():\n def g(x=await y): pass", "async def f():\n return (yield)", "async def f():\n {x: 1 async for x in y if await z}"):
    try:
        compile(text, "f", "exec")
        print(repr(text), "fine")
    except SyntaxError as error:
        print(repr(text), error.msg)
