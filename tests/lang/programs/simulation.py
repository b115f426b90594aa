# A bank queue with a linear congruential generator: the same numbers everywhere.
import heapq
from collections import deque


class Random:
    def __init__(self, seed):
        self.state = seed

    def integer(self, low, high):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return low + (self.state >> 33) % (high - low + 1)


def simulate(seed, customers=12, clerks=2):
    random, events, queue, free, log = Random(seed), [], deque(), clerks, []
    time = 0
    for n in range(customers):
        time += random.integer(1, 4)
        heapq.heappush(events, (time, n, "arrive"))
    waits = {}
    while events:
        now, n, kind = heapq.heappop(events)
        if kind == "arrive":
            queue.append((n, now))
        else:
            free += 1
        while free and queue:
            customer, since = queue.popleft()
            waits[customer] = now - since
            free -= 1
            heapq.heappush(events, (now + random.integer(3, 8), customer, "leave"))
        log.append((now, kind[0], n, len(queue)))
    return waits, log


waits, log = simulate(42)
print(log[:8])
print(waits, max(waits.values()), sum(waits.values()) / len(waits))
print(simulate(42) == (waits, log), simulate(7)[0] == waits)
r = Random(1)
print([r.integer(1, 6) for _ in range(12)])
