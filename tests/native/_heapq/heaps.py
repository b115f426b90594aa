"""heapq and bisect."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import bisect
import heapq
h = [9, 4, 7, 1, 8, 2]
heapq.heapify(h)
print(h)
heapq.heappush(h, 3)
print(h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 5), h, [heapq.heappop(h) for _ in range(len(h))])
print(heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, "abc"), list(heapq.merge([1, 4], [2, 3], reverse=False)))
for call in (lambda: heapq.heappop([]), lambda: heapq.heappush(5, 1), lambda: heapq.heapify((1,)), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify([1, "a"]),
             lambda: heapq.heappush([])):
    error(call)
log = []
class Item:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        log.append((self.value, other.value))
        return self.value < other.value
items = [Item(x) for x in (5, 2, 8, 1, 9, 3)]
heapq.heapify(items)
print(heapq.heappop(items).value, log)
a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect(a, 9), bisect.bisect_left(a, 2, 2), bisect.bisect(a, -2, key=lambda x: -x))
bisect.insort(a, 2.5); bisect.insort_left(a, 0); print(a)
for call in (lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect(a, "x"), lambda: bisect.bisect(5, 1), lambda: bisect.bisect(a, 1, 0, "x"), lambda: bisect.bisect(a)):
    error(call)
