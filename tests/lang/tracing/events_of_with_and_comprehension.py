# settrace: events and lines of with, comprehensions, try/finally, match, decorators, lambdas and async for.
import sys

events = []
base = None


def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    shown = type(arg[1]).__name__ if event == "exception" else repr(arg)[:20] if event == "return" else ""
    events.append((frame.f_lineno - base, frame.f_code.co_name.split(".")[-1], event, shown))
    return tracer


def run(function):
    global base
    base = function.__code__.co_firstlineno
    events.clear()
    sys.settrace(tracer)
    try:
        function()
    except Exception as error:
        sys.settrace(None)
        print(function.__name__, "raised", type(error).__name__)
    finally:
        sys.settrace(None)
    for event in events:
        print("  ", *event)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return True


def with_statement():
    with Manager() as one, Manager() as two:
        raise KeyError
    return 5


def comprehension():
    return [
        x
        for x in range(2)
        if x
    ]


def generator():
    def inner():
        yield 1
        yield 2

    return sum(inner())


def try_finally():
    for i in range(2):
        try:
            if i:
                break
            continue
        finally:
            i = 0
    else:
        pass


def matching():
    match [1, 2]:
        case [3, _]:
            return 1
        case [1, x] if x > 5:
            return 2
        case _:
            return 3


def decorated():
    @lambda f: f
    def g(
        a=1,
    ):
        return a

    return g()


def multi_line():
    return max(
        1,
        len(
            "abc"
        ),
    )


def exceptions():
    try:
        int("x")
    except ValueError as error:
        error = 1
    raise LookupError


def async_parts():
    async def numbers():
        yield 1

    async def main():
        async for n in numbers():
            pass
        return [n async for n in numbers()]

    try:
        main().send(None)
    except StopIteration:
        pass


for function in (with_statement, comprehension, generator, try_finally, matching, decorated, multi_line, exceptions, async_parts):
    run(function)
