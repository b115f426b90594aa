"""A queue keeps order however much goes through it."""
from queue import Empty, SimpleQueue

q = SimpleQueue()
total = 0
for i in range(20_000):
    q.put(i)
    if i % 3 == 0:
        total += q.get()
print(q.qsize(), total, q.get())
rest = []
while True:
    try:
        rest.append(q.get_nowait())
    except Empty:
        break
print(len(rest), rest[0], rest[-1], rest == sorted(rest), q.empty())
q.put(None)
print(q.get(), q.qsize())
