# sys.set_asyncgen_hooks: when each hook is called, with what, errors in hooks, and what is refused.
import gc
import sys


def step(awaitable):
    try:
        return ("suspended", awaitable.send(None))
    except StopIteration as stop:
        return ("result", stop.value)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


async def agen(name):
    try:
        yield 1
        yield 2
    finally:
        log.append(f"finally {name}")


log = []
seen = []


def first(a):
    log.append(f"first {a.ag_code.co_name} {a.ag_frame is not None}")


def final(a):
    log.append("finalizer")
    seen.append(a)


print(sys.get_asyncgen_hooks(), type(sys.get_asyncgen_hooks()).__name__)
sys.set_asyncgen_hooks(firstiter=first, finalizer=final)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks()[1] is final)
a = agen("a")
print(log)
step(a.__anext__())
step(a.__anext__())
print(log)
log.clear()
del a
gc.collect()
print(log, len(seen), seen[0].ag_running, step(seen[0].aclose()), log)
seen.clear()
log.clear()
b = agen("b")
b.aclose()
print(log)
b = agen("b")
step(b.athrow(ValueError))
print(log)
log.clear()
b = agen("exhausted")
while step(b.__anext__())[0] == "result":
    pass
del b
gc.collect()
print(log)
log.clear()
c = agen("unstarted")
del c
gc.collect()
print(log)


def bad_first(a):
    raise OSError("first failed")


sys.set_asyncgen_hooks(firstiter=bad_first)
d = agen("d")
try:
    d.__anext__()
except OSError as error:
    print(error)
print(step(d.__anext__()), sys.get_asyncgen_hooks().finalizer is final)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(finalizer=None)
for args, kwargs in [((5,), {}), ((None, 5), {}), ((), {"firstiter": "x"}), ]:
    try:
        sys.set_asyncgen_hooks(*args, **kwargs)
    except TypeError as error:
        print(error)
log.clear()


def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as stop:
        return stop.value


async def leaves_early():
    async for x in agen("loop"):
        return x


sys.set_asyncgen_hooks(finalizer=final)
print(run(leaves_early()))
gc.collect()
print(log, len(seen))
for left in seen:
    print(step(left.aclose()))
seen.clear()
sys.set_asyncgen_hooks(None, None)
