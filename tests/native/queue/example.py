# queue, sched, threading: queues, scheduled calls, locks and locals in one thread.
import queue
import sched
import threading
import time

q = queue.Queue(maxsize=2)
q.put("a")
q.put_nowait("b")
print(q.qsize(), q.full(), q.empty(), q.get(), q.get_nowait(), q.empty())
q.task_done(), q.task_done(), q.join()
lifo, heap, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for item in (3, 1, 2):
    lifo.put(item), heap.put((item, f"p{item}")), simple.put(item)
print([lifo.get() for _ in range(3)], [heap.get() for _ in range(3)], [simple.get() for _ in range(3)], simple.empty(), simple.qsize())
q.put(1), q.put(2)
for action in (lambda: q.put_nowait(3), lambda: lifo.get_nowait(), lambda: q.put(3, timeout=0.01), lambda: lifo.get(timeout=0.01), lambda: simple.get_nowait(), lambda: simple.get(timeout=0.01), lambda: lifo.task_done(), lambda: q.get(timeout=-1), lambda: simple.get(timeout=-1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

clock = [0]


def wait(delay):
    clock[0] += delay


log = []
s = sched.scheduler(lambda: clock[0], wait)
s.enter(10, 1, log.append, ("ten",))
s.enter(5, 2, log.append, ("five low",))
first = s.enter(5, 1, log.append, kwargs={}, argument=("five high",))
cancelled = s.enterabs(7, 1, log.append, ("cancelled",))
print(len(s.queue), first.time, first.priority, s.empty())
s.cancel(cancelled)
print(s.run(blocking=False), log, s.run(), log, clock, s.empty())
try:
    s.cancel(cancelled)
except ValueError as error:
    print(error)

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
with lock:
    print("inside", lock.locked())
rlock = threading.RLock()
with rlock, rlock:
    print("nested", rlock._is_owned())
semaphore = threading.BoundedSemaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.release(2))
event = threading.Event()
print(event.is_set(), event.wait(0.01), event.set(), event.wait(), event.clear(), event.is_set())
condition = threading.Condition()
with condition:
    print(condition.wait(0.01), condition.notify_all(), condition.wait_for(lambda: True))
local = threading.local()
local.value = 5
print(local.value, local.__dict__, hasattr(local, "other"))


class Defaults(threading.local):
    def __init__(self, start=1):
        self.counter = start


print(Defaults(4).counter, threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count(), threading.get_ident() == threading.current_thread().ident, threading.current_thread().is_alive(), threading.current_thread().daemon)
for action in (lambda: lock.release(), lambda: rlock.release(), lambda: semaphore.release(), lambda: condition.notify(), lambda: threading.Semaphore(-1), lambda: threading.Thread(5), lambda: threading.current_thread().join(), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: threading.Barrier(1).wait()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
t = threading.Thread(target=print, args=("never",), name="worker", daemon=True)
print(t.name, t.daemon, t.is_alive(), t.ident, t)
