# Attributes of generators, coroutines and async generators, before, while and after they run; renaming; what is refused.
import inspect
import sys
import types


def gen():
    states.append((g.gi_running, inspect.getgeneratorstate(g)))
    x = yield 1
    yield from [2]


states = []
g = gen()
print(g.__name__, g.__qualname__, g.gi_code is gen.__code__, g.gi_frame.f_lineno - gen.__code__.co_firstlineno, g.gi_running, g.gi_suspended, g.gi_yieldfrom, inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
print(next(g), states, g.gi_frame.f_lineno - gen.__code__.co_firstlineno, g.gi_suspended, inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
print(g.send("sent"), type(g.gi_yieldfrom).__name__, inspect.getgeneratorlocals(g), list(g), g.gi_frame, g.gi_code.co_name, g.gi_suspended, inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
for name, value in [("__name__", "renamed"), ("__qualname__", "a.b"), ("__name__", 5), ("__qualname__", None), ("gi_running", 1), ("gi_frame", 1), ("gi_code", 1), ("extra", 1), ("__doc__", 1)]:
    try:
        setattr(g, name, value)
        print(name, "set")
    except (AttributeError, TypeError) as error:
        print(name, type(error).__name__, error)
print(repr(g).split(" at ")[0], g.__name__, g.__qualname__)
gen.__name__, gen.__qualname__ = "other", "q.other"
h = gen()
print(h.__name__, h.__qualname__, h.gi_code.co_name)


class C:
    def method(self):
        yield self

    expression = (n for n in range(3))

    async def coro(self): ...

    async def agen(self):
        yield


print(C().method().__qualname__, C.expression.__name__, C.expression.__qualname__, (lambda: (yield))().__name__)
coro = C().coro()
agen = C().agen()
print(repr(coro).split(" at ")[0], repr(agen).split(" at ")[0], repr(C.expression).split(" at ")[0])
print(coro.cr_running, coro.cr_suspended, coro.cr_await, coro.cr_origin, coro.cr_code.co_name, coro.cr_frame is not None, inspect.getcoroutinestate(coro), inspect.iscoroutine(coro), inspect.isawaitable(coro))
print(agen.ag_running, agen.ag_await, agen.ag_code.co_name, agen.ag_frame is not None, inspect.getasyncgenstate(agen), inspect.isasyncgen(agen))
coro.close()
print(coro.cr_frame, inspect.getcoroutinestate(coro))
for call in [lambda: iter(coro), lambda: next(coro), lambda: list(agen), lambda: next(agen), lambda: len(g), lambda: g[0], lambda: g + g, lambda: type(g)(), lambda: type(coro)(), lambda: type(agen)(), lambda: type("T", (type(g),), {}), lambda: coro.send(None), lambda: coro.throw(ValueError), lambda: g.gi_zz, lambda: bool(g), lambda: hash(g) == hash(g), lambda: g == g, lambda: __import__("copy").copy(g), lambda: __import__("pickle").dumps(g), lambda: g.__iter__() is g, lambda: aiter(agen) is agen, lambda: iter(g) is g]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
print([hex(f.__code__.co_flags & 0x3A0) for f in (gen, C.coro, C.agen, lambda: 0, lambda: (yield))], inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(C.coro), inspect.isasyncgenfunction(C.agen))
print(types.GeneratorType is type(g), types.CoroutineType is type(coro), types.AsyncGeneratorType is type(agen), sorted(n for n in dir(g) if not n.startswith("__")), sorted(n for n in dir(coro) if not n.startswith("__")), sorted(n for n in dir(agen) if not n.startswith("__")))


@types.coroutine
def old_style():
    value = yield "awaited"
    return value


async def uses():
    return await old_style()


u = uses()
print(u.send(None), type(u.cr_await).__name__, inspect.isawaitable(old_style()), hex(old_style.__code__.co_flags & 0x100))
try:
    u.send("done")
except StopIteration as stop:
    print(stop.value)
