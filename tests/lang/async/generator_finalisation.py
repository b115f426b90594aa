# Async generators: aclose, athrow, asend in all states, hooks at finalisation, what is awaited when.
import sys


def drive(awaitable, *values):
    """Run to the end; what it yields is printed."""
    step = awaitable.__await__()
    try:
        value = None
        while True:
            print("    yielded", step.send(value))
            value = "sent"
    except StopIteration as stop:
        return stop.value


class Pause:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        got = yield self.name
        return got


def attempt(label, function):
    try:
        print(" ", label, "->", function())
    except BaseException as error:
        print(" ", label, "->", type(error).__name__, error)


async def numbers():
    try:
        for i in range(3):
            got = yield i
            print("    got", got)
            await Pause(f"pause {i}")
    except GeneratorExit:
        print("    exit")
        await Pause("in exit")
        raise
    except KeyError as error:
        print("    key", error)
        yield "recovered"
    finally:
        print("    finally")


ag = numbers()
attempt("anext", lambda: drive(ag.__anext__()))
attempt("asend", lambda: drive(ag.asend("v")))
attempt("athrow", lambda: drive(ag.athrow(KeyError("k"))))
attempt("aclose", lambda: drive(ag.aclose()))
attempt("anext at end", lambda: drive(ag.__anext__()))
attempt("aclose again", lambda: drive(ag.aclose()))
ag = numbers()
attempt("asend first", lambda: drive(ag.asend("v")))
attempt("aclose fresh", lambda: drive(ag.aclose()))
ag = numbers()
drive(ag.__anext__())
attempt("aclose running body", lambda: drive(ag.aclose()))
ag = numbers()
attempt("athrow fresh", lambda: drive(ag.athrow(ValueError("fresh"))))
attempt("anext after", lambda: drive(ag.__anext__()))

# Awaitables that are used twice, or at the same time.
ag = numbers()
once = ag.__anext__()
attempt("first use", lambda: drive(once))
attempt("second use", lambda: drive(once))
one, two = ag.asend(1), ag.asend(2)
print("   ", one.send(None), ag.ag_running)
attempt("at the same time", lambda: two.send(None))
attempt("aclose meanwhile", lambda: ag.aclose().send(None))
attempt("finish", lambda: one.send(None))
one = two = None
ag = numbers()
unused = ag.asend(None)
unused.close()
attempt("closed before use", lambda: unused.send(None))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


ag = ignores()
drive(ag.__anext__())
attempt("ignores exit", lambda: drive(ag.aclose()))


async def raises_stop(kind):
    yield 1
    raise kind("inside")


for kind in (StopIteration, StopAsyncIteration):
    ag = raises_stop(kind)
    drive(ag.__anext__())
    attempt(kind.__name__, lambda: drive(ag.__anext__()))

sys.unraisablehook = lambda unraisable: print("    unraisable", repr(unraisable.exc_value), unraisable.object.__name__)
events = []
unused = once = None
sys.set_asyncgen_hooks(lambda g: events.append(("first", g.__name__)), lambda g: events.append(("final", g.__name__)))
ag = numbers()
print(events)
drive(ag.__anext__())
print(events)
drive(ag.__anext__())
del ag
print(events)
events.clear()
ag = numbers()
del ag
print(events)
ag = ignores()
drive(ag.__anext__())
attempt("exhaust", lambda: drive(ag.__anext__()))
del ag
print(events)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
for name in ("ag_await", "ag_frame", "ag_running", "ag_code", "ag_suspended"):
    ag = numbers()
    value = getattr(ag, name, "absent")
    print(name, type(value).__name__)
