# A generator that dies closes itself, and what it held dies then, or lives on where its end has put it.
log = []
kept = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(f"del {self.name}")


def plain():
    node = Node("plain")
    yield


def with_finally():
    node = Node("in try")
    try:
        yield
    finally:
        log.append("finally")


def keeps():
    node = Node("kept")
    try:
        yield
    finally:
        kept.append(node)


def two():
    first = Node("first")
    second = Node("second")
    try:
        yield
    finally:
        log.append("both there")


def raising():
    node = Node("raising")
    try:
        yield
    finally:
        raise ValueError("from finally")


import sys

sys.unraisablehook = lambda report: log.append(f"unraisable {report.exc_value}")
for function in (plain, with_finally, keeps, two, raising):
    log.clear()
    running = function()
    next(running)
    running = None
    print(function.__name__, log)
print(kept[0].name)
log.clear()
kept.clear()
print(log)


async def coroutine():
    node = Node("of a coroutine")

    class Wait:
        def __await__(self):
            try:
                yield
            finally:
                log.append("await finally")

    await Wait()


log.clear()
running = coroutine()
running.send(None)
running = None
print(log)
