# async for, async with and await over objects that do not keep the protocol: every error text, and what is called before it.
import warnings
warnings.simplefilter("ignore")
def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    except BaseException as error:
        return f"{type(error).__name__}: {error}" + (f" from {type(error.__cause__).__name__}" if error.__cause__ else "")
    finally:
        coroutine.close()
class NoAiter: pass
class AiterNone:
    __aiter__ = None
class AiterBad:
    def __aiter__(self): return 3
class AnextBad:
    def __aiter__(self): return self
    def __anext__(self): return 3
class AnextRaises:
    def __aiter__(self): return self
    def __anext__(self): raise LookupError("anext")
class AiterAsync:
    async def __aiter__(self): return self
class Good:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return self.n
async def loop(it):
    out = []
    async for x in it:
        out.append(x)
    else:
        out.append("else")
    return out
async def comp(it): return [x async for x in it]
for it in (NoAiter(), AiterNone(), AiterBad(), AnextBad(), AnextRaises(), AiterAsync(), Good(3), 3, [1]):
    print(type(it).__name__, run(loop(it)), "|", run(comp(it)))
class NoEnter:
    async def __aexit__(self, *args): pass
class NoExit:
    async def __aenter__(self): pass
class Sync:
    def __enter__(self): pass
    def __exit__(self, *args): pass
class EnterNotAwaitable:
    def __aenter__(self): return 5
    async def __aexit__(self, *args): print("exit runs")
class ExitNotAwaitable:
    async def __aenter__(self): return "entered"
    def __aexit__(self, *args): return 5
class Swallows:
    async def __aenter__(self): return "entered"
    async def __aexit__(self, kind, value, tb):
        print("  exit", kind and kind.__name__, value)
        return True
class ExitRaises:
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *args): raise KeyError("exit")
async def enter(manager, error=None):
    async with manager as target:
        if error: raise error
        return f"body {target}"
    return "after"
for manager in (NoEnter(), NoExit(), Sync(), EnterNotAwaitable(), ExitNotAwaitable(), Swallows(), ExitRaises(), 3):
    print(type(manager).__name__, run(enter(manager)), "|", run(enter(manager, ValueError("v"))))
def sync_with(manager):
    try:
        with manager: pass
    except Exception as error:
        return f"{type(error).__name__}: {error}"
print(sync_with(Swallows()), sync_with(3), sync_with(NoEnter()))
class AwaitNone:
    __await__ = None
class AwaitList:
    def __await__(self): return []
class AwaitCoroutine:
    def __await__(self): return self.inner()
    async def inner(self): pass
class AwaitIter:
    def __await__(self): return iter([])
class AwaitRaises:
    def __await__(self): raise LookupError("await")
async def awaits(x): return await x
async def done(): return 7
for x in (AwaitNone(), AwaitList(), AwaitIter(), AwaitRaises(), done(), 3, None, (y for y in "a"), "text", done):
    print(type(x).__name__, run(awaits(x)))
print(run(awaits(AwaitCoroutine())))
once = done()
print(run(awaits(once)), run(awaits(once)))
