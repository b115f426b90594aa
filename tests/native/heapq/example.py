# heapq: heaps, merging, priority queues, shortest paths.
import heapq
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest
from itertools import count

heap = [9, 4, 7, 1, 8, 2]
heapify(heap)
print(heap, heappop(heap), heap)
heappush(heap, 3)
print(heap[0], heappushpop(heap, 0), heapreplace(heap, 10), heap, [heappop(heap) for _ in range(len(heap))])
print(nlargest(3, [5, 1, 9, 7]), nsmallest(2, ["pear", "fig", "banana"], key=len), nlargest(1, []), nsmallest(10, "cab"), nlargest(2, [(1, "b"), (1, "a"), (0, "z")]), nsmallest(1, [3, 1]), nlargest(0, [1]))
print(list(merge([1, 4, 7], [2, 5], [3, 6, 9])), list(merge("dba", "ec", reverse=True)), list(merge(["aa", "b"], ["ccc"], key=lambda s: -len(s))))


class Task:
    order = count()

    def __init__(self, priority, name):
        self.priority, self.name, self.number = priority, name, next(self.order)

    def __lt__(self, other):
        return (self.priority, self.number) < (other.priority, other.number)


queue = []
for priority, name in ((2, "code"), (1, "plan"), (3, "release"), (1, "think")):
    heappush(queue, Task(priority, name))
print([heappop(queue).name for _ in range(4)])
graph = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"c": 10, "d": 15}, "c": {"d": 11, "f": 2}, "d": {"e": 6}, "e": {}, "f": {"e": 9}}


def dijkstra(start):
    distances, queue = {}, [(0, start)]
    while queue:
        distance, node = heappop(queue)
        if node not in distances:
            distances[node] = distance
            for neighbour, weight in graph[node].items():
                heappush(queue, (distance + weight, neighbour))
    return distances


print(dijkstra("a"))


def huffman(text):
    order = count()
    heap = [[text.count(c), next(order), {c: ""}] for c in sorted(set(text))]
    heapify(heap)
    while len(heap) > 1:
        low, high = heappop(heap), heappop(heap)
        codes = {c: "0" + code for c, code in low[2].items()} | {c: "1" + code for c, code in high[2].items()}
        heappush(heap, [low[0] + high[0], next(order), codes])
    return heap[0][2]


print(huffman("abracadabra"))
for action in (lambda: heappop([]), lambda: heapreplace([], 1), lambda: heappush((), 1), lambda: heapify([1, "a"]), lambda: heapify(3), lambda: heappushpop([1], "a"), lambda: heapq._heappop_max([])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
big = [(i * 7919) % 10007 for i in range(2000)]
print(nlargest(3, big), nsmallest(3, big), sorted(big)[:50] == nsmallest(50, big), heapq.nlargest(2, big, key=lambda v: -v))
