# Moving frames of generators and coroutines, comprehensions, match and async for.
import sys

output = []


def jump(func, code, start, end, event="line"):
    done = False
    first = code.co_firstlineno

    def trace(frame, what, arg):
        nonlocal done
        if frame.f_code is code and what == event and frame.f_lineno == first + start and not done:
            done = True
            try:
                frame.f_lineno = first + end
            except ValueError as error:
                output.append(str(error))
        return trace

    output.clear()
    sys.settrace(trace)
    try:
        func()
    except Exception as error:
        output.append(repr(error))
    sys.settrace(None)
    print(code.co_name, start, end, event, output)


def gen():
    output.append(1)
    yield 2
    output.append(3)
    for x in (4, 5):
        yield x
    output.append(6)


def run_gen():
    for each in gen():
        output.append(("got", each))


for start, end in (1, 3), (3, 1), (3, 5), (5, 6), (6, 3), (2, 6):
    jump(run_gen, gen.__code__, start, end)
jump(run_gen, gen.__code__, 2, 3, "call")
jump(run_gen, gen.__code__, 0, 3, "call")


async def agen():
    yield 1
    yield 2


async def asynchronous():
    output.append(1)
    async for i in agen():
        output.append(i)
    output.append(4)
    async with Manager() as m:
        output.append(6)
    return output.append(7)


class Manager:
    async def __aenter__(self): output.append("enter")
    async def __aexit__(self, *args): output.append("exit")


def run_async():
    try:
        asynchronous().send(None)
    except StopIteration:
        pass


for start, end in (1, 4), (1, 3), (3, 4), (4, 1), (4, 6), (6, 7), (3, 1), (7, 5):
    jump(run_async, asynchronous.__code__, start, end)


def matching():
    match output:
        case []:
            output.append(3)
        case [1]:
            output.append(5)
    output.append([
        x for x in (1, 2)
    ])
    output.append(9)


for start, end in (3, 5), (3, 6), (1, 9), (9, 5), (6, 9), (7, 9), (9, 7):
    jump(matching, matching.__code__, start, end)


def group():
    try:
        output.append(2)
        raise ExceptionGroup("g", [ValueError()])
    except* ValueError:
        output.append(5)
    except* KeyError:
        output.append(7)
    output.append(8)


for start, end in (2, 5), (5, 8), (5, 7), (8, 2), (8, 5), (4, 8):
    jump(group, group.__code__, start, end)
