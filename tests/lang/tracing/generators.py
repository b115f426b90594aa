# The events of sys.settrace for generators, coroutines and asynchronous generators.
import sys

events = []


def record(frame, event, arg):
    shown = type(arg).__name__ if " at 0x" in repr(arg) else repr(arg)
    if event == "exception":
        shown = f"{arg[0].__name__} {arg[1]} {arg[2] is not None}"
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, shown))
    return record


def show(func, *args):
    events.clear()
    sys.settrace(record)
    try:
        func(*args)
    except Exception as error:
        sys.settrace(None)
        print("raised", repr(error))
    sys.settrace(None)
    print(func.__name__)
    for each in events:
        print("  ", *each)


def gen(n):
    for i in range(n):
        yield i
    return "end"


def plain():
    for x in gen(2):
        pass
    list(gen(1))
    g = gen(1)
    next(g)
    next(g, None)
    return [x for x in gen(1)]


def catcher():
    try:
        x = yield 1
    except ValueError:
        x = yield 2
    finally:
        y = 1


def thrown():
    g = catcher()
    next(g)
    g.throw(ValueError)
    g.close()
    h = catcher()
    next(h)
    try:
        h.throw(KeyError("k"))
    except KeyError:
        pass
    k = gen(3)
    next(k)
    k.close()
    try:
        gen(1).throw(TypeError)
    except TypeError:
        pass


def outer():
    x = yield from gen(1)
    yield x


def delegating():
    o = outer()
    next(o)
    next(o)
    o.close()
    o = outer()
    next(o)
    try:
        o.throw(ValueError("v"))
    except ValueError:
        pass


async def leaf():
    return 1


async def agen():
    yield 1
    x = await leaf()
    yield x


async def main():
    async for v in agen():
        pass
    return [v async for v in agen()]


def coroutines():
    try:
        main().send(None)
    except StopIteration as stop:
        return stop.value


def expression():
    return sum(x * 2 for x in
               range(2))


show(plain)
show(thrown)
show(delegating)
show(coroutines)
show(expression)
