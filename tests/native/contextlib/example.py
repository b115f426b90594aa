# contextlib: managers from generators, stacks, suppression, redirection.
import asyncio
import io
import sys
from contextlib import AbstractContextManager, AsyncExitStack, ContextDecorator, ExitStack, aclosing, asynccontextmanager, chdir, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


@contextmanager
def tag(name, swallow=()):
    "A tag."
    print(f"<{name}>")
    try:
        yield name.upper()
    except swallow as error:
        print("swallowed", error)
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b") as b:
    print(a, b)
with tag("err", ValueError):
    raise ValueError("inside")
try:
    with tag("up"):
        raise KeyError("out")
except KeyError as error:
    print("got", error)


@tag("deco")
def work():
    print("working")


work(), work()
print(tag.__name__, tag.__doc__)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
print("after suppress")
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(group.exceptions)
out = io.StringIO()
with redirect_stdout(out), redirect_stderr(out):
    print("captured")
    print("error text", file=sys.stderr)
print(repr(out.getvalue()))


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
with nullcontext(5) as five:
    print(five)

with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xyz"]
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *exc: print("exit", exc[0]) or True)
    print(names)
    raise RuntimeError("lost")
with ExitStack() as stack:
    stack.enter_context(tag("kept"))
    kept = stack.pop_all()
print("not closed yet")
kept.close()
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise ValueError("first")
except ZeroDivisionError as error:
    print(error, "|", repr(error.__context__))


class Timer(ContextDecorator, AbstractContextManager):
    def __exit__(self, *exc):
        print("timer", exc)


@Timer()
def timed(x):
    return x * 2


print(timed(4), isinstance(tag("q"), AbstractContextManager))
for source in ("with 3: pass", "with tag('a', ValueError) as x: raise StopIteration(1)", "with bad(): pass", "with twice(): pass", "with ExitStack() as s: s.enter_context(4)"):
    @contextmanager
    def bad():
        return
        yield

    @contextmanager
    def twice():
        yield
        yield

    try:
        exec(source)
    except BaseException as error:
        print(type(error).__name__, error)


@asynccontextmanager
async def session(name):
    print("open", name)
    try:
        yield name
    finally:
        print("shut", name)


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("generator closed")


async def main():
    async with session("one") as s, AsyncExitStack() as stack:
        print(s, await stack.enter_async_context(session("two")))
        stack.push_async_callback(session("x").__aexit__, None, None, None) if False else None
    async with aclosing(numbers()) as ns:
        async for n in ns:
            print(n)
            if n == 1:
                break


coroutine = main()
try:
    coroutine.send(None)
except StopIteration:
    print("finished")
