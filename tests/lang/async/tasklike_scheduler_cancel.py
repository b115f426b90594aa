# A small event loop over coroutines: sleeping, joining, cancelling by throw, timeouts by nesting, cleanup order, results and errors.
import types, heapq
@types.coroutine
def request(*what): return (yield what)
class Cancelled(BaseException): pass
class Task:
    def __init__(self, coro, name): self.coro, self.name, self.done, self.result, self.error, self.waiters = coro, name, False, None, None, []
log = []
class Loop:
    def __init__(self): self.time, self.queue, self.count, self.tasks = 0, [], 0, []
    def later(self, delay, task, value=None, error=None): self.count += 1; heapq.heappush(self.queue, (self.time + delay, self.count, task, value, error))
    def spawn(self, coro, name): t = Task(coro, name); self.tasks.append(t); self.later(0, t); return t
    def step(self, task, value, error):
        if task.done: return
        try: what, *args = task.coro.throw(error) if error else task.coro.send(value)
        except StopIteration as stop: task.done, task.result = True, stop.value
        except (Exception, Cancelled) as caught: task.done, task.error = True, caught
        else:
            if what == "sleep": self.later(args[0], task, self.time)
            elif what == "spawn": self.later(0, task, self.spawn(*args))
            elif what == "join":
                if args[0].done: self.wake(task, args[0])
                else: args[0].waiters.append(task)
            elif what == "cancel": self.later(0, args[0], None, Cancelled(args[1])); self.later(0, task)
            return
        log.append((self.time, task.name, repr(task.error or task.result)))
        for w in task.waiters: self.wake(w, task)
    def wake(self, task, finished): self.later(0, task, finished.result, finished.error)
    def run(self, coro):
        main = self.spawn(coro, "main")
        while self.queue:
            self.time, _, task, value, error = heapq.heappop(self.queue)
            self.step(task, value, error)
        return main.error or main.result
async def sleep(n): return await request("sleep", n)
async def worker(name, n, fail=False):
    try:
        for i in range(n):
            await sleep(2); log.append((name, i))
        if fail: raise ValueError(name)
        return name.upper()
    except Cancelled as error: log.append((name, "cancelled", str(error))); raise
    finally:
        await sleep(1); log.append((name, "cleaned"))
async def shielded():
    try: await sleep(10)
    except Cancelled: return "survived"
async def main():
    a = await request("spawn", worker("a", 2), "a"); b = await request("spawn", worker("b", 5), "b"); c = await request("spawn", worker("c", 1, True), "c"); d = await request("spawn", shielded(), "d")
    print(await request("join", a))
    try: await request("join", c)
    except ValueError as error: print("joined", repr(error))
    await request("cancel", b, "too slow"); await request("cancel", d, "ignored")
    try: await request("join", b)
    except Cancelled as error: print("cancelled", error)
    return await request("join", d), [x async for x in ticks(3)]
async def ticks(n):
    for i in range(n):
        yield i, await sleep(1)
loop = Loop()
print(loop.run(main()), loop.time)
for entry in log: print(entry)
