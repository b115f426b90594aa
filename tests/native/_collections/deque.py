"""collections.deque."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from collections import deque
q = deque(range(5), 3)
q.append(9); q.appendleft(7)
print(q, q.maxlen, len(q), q[0], q[-1], 9 in q, q.index(7), q.count(7))
q.rotate(1); print(q); q.rotate(-2); print(q); q.extend(q); print(q); q.extendleft("ab"); print(q)
q = deque(range(10))
q.rotate(-3); del q[2]; q.insert(2, "x"); q.insert(-1, "y"); q.insert(99, "z"); q.remove(6); q.reverse(); q[1] = "w"
print(q, list(reversed(q)), q.copy() == q, q * 2 == q + q, q.pop(), q.popleft(), deque([1]) < deque([2]), deque([1, 2], 1) * 3)
for call in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1])["a"], lambda: deque([1])[0:1],
             lambda: deque([1], -1), lambda: deque([1], "a"), lambda: deque(5), lambda: deque([1], 1).insert(0, 2), lambda: deque([1]) + [2],
             lambda: deque([1]).remove(5), lambda: deque([1]).index(5), lambda: hash(deque()), lambda: deque(x=1), lambda: deque([1]).rotate("a")):
    error(call)
def grow():
    items = deque([1, 2])
    for item in items:
        items.append(item)
error(grow)
class Meddler:
    def __eq__(self, other):
        q.append(1)
        return False
q = deque([Meddler(), 2])
for call in (lambda: q.index(5), lambda: q.count(5), lambda: q.remove(5), lambda: 5 in q):
    error(call)
q = deque()
q.append(q)
print(q, deque([1]).__reduce__()[:3], deque([1], 3).__reduce__()[:3], deque[int])
