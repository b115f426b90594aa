"""SimpleQueue, and queue.Queue in one thread."""
import queue
import _queue

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

q = queue.SimpleQueue()
show(lambda: (q.empty(), q.qsize()))
show(q.get_nowait)
show(q.get, False)
show(q.get, True, -1)
show(q.get, True, "a")
show(q.get, timeout=0.01)
for item in range(5):
    q.put(item)
q.put_nowait("last")
q.put("more", False, 3)
show(lambda: (q.qsize(), [q.get() for _ in range(3)], q.get_nowait(), q.get(block=False), q.qsize(), q.empty()))
show(q.put)
show(queue.SimpleQueue, 1)
show(lambda: queue.SimpleQueue[int])
show(lambda: (queue.Empty is _queue.Empty, queue.Empty.__module__, queue.Empty.__mro__[1:]))


class Named(queue.SimpleQueue):
    def __init__(self, name):
        self.name = name


named = Named("n")
named.put(1)
print(named.name, named.get(), type(named).__name__)
fifo, lifo, heap = queue.Queue(2), queue.LifoQueue(), queue.PriorityQueue()
for each in (fifo, lifo, heap):
    each.put(2)
    each.put(1)
    print(type(each).__name__, each.full(), each.get(), each.get(), each.empty())
fifo.put(1)
fifo.put(2)
show(fifo.put, 3, timeout=0.01)
