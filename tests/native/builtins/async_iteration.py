"""aiter and anext."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Async:
    def __init__(self, *items):
        self.items = list(items)
    def __aiter__(self):
        return self
    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)
def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
async def main():
    iterator = aiter(Async(1, 2))
    print(await anext(iterator), await anext(iterator, "d"), await anext(iterator, "default"))
    try:
        await anext(iterator)
    except StopAsyncIteration as stop:
        print("stopped", stop.args)
    return "end"
print(run(main()))
class NotAsync:
    def __aiter__(self):
        return 5
error(aiter, 5)
error(aiter, NotAsync())
error(anext, 5)
error(anext)
waiting = anext(Async(7), 0)
print(type(waiting).__name__, [name for name in ("send", "throw", "close") if hasattr(waiting, name)])
try:
    next(iter(waiting))
except StopIteration as stop:
    print(stop.value)
