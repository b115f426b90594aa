# asyncio: tasks, queues, gather, timeouts, groups, locks, on a loop whose time is virtual.
import asyncio
import contextvars


class Selector:
    """Nothing ever becomes ready: waiting only moves the clock."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("nothing left to do")
        self.loop.now += max(0, timeout)
        return []


class VirtualLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self.now = 0.0
        self._selector = Selector(self)

    def time(self):
        return self.now

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


async def worker(name, delay, result=None):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.2f} {name}")
    return result or name


async def basics():
    print(await asyncio.gather(worker("slow", 3), worker("fast", 1), worker("middle", 2)))
    task = asyncio.create_task(worker("task", 1, 42), name="my task")
    print(task.done(), task.get_name(), await task, task.done(), task.result(), task.exception())
    done, pending = await asyncio.wait([asyncio.create_task(worker(n, d)) for n, d in (("x", 1), ("y", 5))], timeout=2)
    print([t.result() for t in done], len(pending), [t.cancel() for t in pending])
    for future in asyncio.as_completed([worker("c2", 2), worker("c1", 1)]):
        print("completed", await future)
    print(await asyncio.gather(worker("ok", 1), fail(), return_exceptions=True))
    first, rest = await asyncio.wait([asyncio.create_task(worker("w1", 1)), asyncio.create_task(worker("w2", 2))], return_when=asyncio.FIRST_COMPLETED)
    print(len(first), len(rest), await asyncio.gather(*rest))


async def fail():
    await asyncio.sleep(0.5)
    raise ValueError("failed")


async def timeouts():
    try:
        await asyncio.wait_for(worker("never", 10), timeout=1)
    except TimeoutError as error:
        print("timed out", repr(error))
    try:
        async with asyncio.timeout(2) as scope:
            await asyncio.sleep(5)
    except TimeoutError:
        print("scope", scope.expired(), scope.when())
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    task.cancel("stop it")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", task.cancelled(), error.args)
    inner = asyncio.create_task(worker("shielded", 2))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError:
        print("shield held", inner.cancelled(), await inner)
    try:
        async with asyncio.TaskGroup() as group:
            good = group.create_task(worker("sibling", 9))
            group.create_task(fail())
    except* ValueError as errors:
        print(errors.exceptions, good.cancelled())
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(worker(f"g{i}", i)) for i in range(3)]
    print([t.result() for t in tasks])


async def synchronisation():
    queue = asyncio.Queue(maxsize=2)

    async def producer():
        for i in range(4):
            await queue.put(i)
            print("put", i)
        await queue.put(None)

    async def consumer():
        while (item := await queue.get()) is not None:
            await asyncio.sleep(1)
            print("got", item)
            queue.task_done()

    await asyncio.gather(producer(), consumer())
    lock, event, limit, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), asyncio.Condition()

    async def locked(n):
        async with lock, limit:
            print("locked", n, lock.locked())
            await asyncio.sleep(1)

    async def waiter():
        await event.wait()
        async with condition:
            await condition.wait_for(lambda: True)
        print("event seen")

    asyncio.get_running_loop().call_later(1.5, event.set)
    await asyncio.gather(locked(1), locked(2), waiter())
    heap = asyncio.PriorityQueue()
    for n in (3, 1, 2):
        heap.put_nowait(n)
    print([heap.get_nowait() for _ in range(3)], heap.empty(), str(event)[-6:], str(lock)[-11:], str(limit)[-20:])
    try:
        heap.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())))


variable = contextvars.ContextVar("variable", default="unset")


async def internals():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback", f.result()))
    loop.call_soon(future.set_result, "value")
    print(await future, future.done(), future)
    variable.set("outer")

    async def child():
        variable.set("child")
        return variable.get()

    print(await asyncio.create_task(child()), variable.get(), asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))
    handle = loop.call_later(5, print, "never")
    handle.cancel()
    print(handle.cancelled(), asyncio.iscoroutinefunction(child), asyncio.isfuture(future))
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"], repr(context.get("exception"))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)

    async def ticks(n):
        for i in range(n):
            await asyncio.sleep(1)
            yield i

    print([i async for i in ticks(3)], loop.time())
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(type(error).__name__)
    reader = asyncio.StreamReader()
    reader.feed_data(b"line one\nline two\nrest")
    reader.feed_eof()
    print(await reader.readline(), await reader.readuntil(b"\n"), await reader.read(), reader.at_eof())


asyncio._set_running_loop(None)  # whatever loop the interpreter itself is run by
for main in (basics, timeouts, synchronisation, internals):
    print("--", main.__name__)
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
