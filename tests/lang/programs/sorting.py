# Six sorting algorithms agree with sorted().
def bubble(a):
    a = a[:]
    for n in range(len(a) - 1, 0, -1):
        for i in range(n):
            if a[i] > a[i + 1]:
                a[i], a[i + 1] = a[i + 1], a[i]
    return a


def insertion(a):
    result = []
    for x in a:
        i = len(result)
        while i > 0 and result[i - 1] > x:
            i -= 1
        result.insert(i, x)
    return result


def quick(a):
    if len(a) <= 1:
        return a
    pivot, *rest = a
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])


def merge(a):
    if len(a) <= 1:
        return a
    left, right, result = merge(a[: len(a) // 2]), merge(a[len(a) // 2 :]), []
    while left and right:
        result.append((left if left[0] <= right[0] else right).pop(0))
    return result + left + right


def heap(a):
    import heapq

    h = a[:]
    heapq.heapify(h)
    return [heapq.heappop(h) for _ in a]


def counting(a):
    low, high = min(a, default=0), max(a, default=-1)
    counts = [0] * (high - low + 1)
    for x in a:
        counts[x - low] += 1
    return [low + i for i, n in enumerate(counts) for _ in range(n)]


seed = 12345
data = []
for _ in range(60):
    seed = (seed * 1103515245 + 12345) % 2**31
    data.append(seed % 200 - 100)
print(data[:8])
for function in (bubble, insertion, quick, merge, heap, counting):
    print(function.__name__, function(data) == sorted(data), function([]), function([1]))
