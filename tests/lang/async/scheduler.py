# A round-robin scheduler of coroutines with sleeping and a queue.
import collections
import heapq


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        yield self


class Queue:
    def __init__(self):
        self.items = collections.deque()

    def put(self, item):
        self.items.append(item)

    async def get(self):
        while not self.items:
            await Sleep(1)
        return self.items.popleft()


def run(*coroutines):
    now, order, heap = 0, 0, []
    for coroutine in coroutines:
        heapq.heappush(heap, (0, order, coroutine))
        order += 1
    while heap:
        now, _, coroutine = heapq.heappop(heap)
        try:
            request = coroutine.send(None)
        except StopIteration as stop:
            print(now, "finished", coroutine.__name__, stop.value)
            continue
        heapq.heappush(heap, (now + request.ticks, order, coroutine))
        order += 1
    return now


async def producer(queue, n):
    for i in range(n):
        await Sleep(2)
        print("put", i)
        queue.put(i)
    queue.put(None)
    return "done"


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
        print("took", item)
    return total


queue = Queue()
print(run(producer(queue, 3), consumer(queue)))
