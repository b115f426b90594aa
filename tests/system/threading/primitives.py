# RLock, Condition, Event, Semaphore, Barrier, Timer, local, excepthook, daemon threads, interrupt_main
import _thread
import threading
import time

lock = threading.RLock()
with lock:
    with lock:
        print(lock._is_owned())
        taken = []
        other = threading.Thread(target=lambda: taken.append(lock.acquire(timeout=0.02)))
        other.start()
        other.join()
        print(taken)
try:
    lock.release()
except RuntimeError as error:
    print(error)

condition, ready = threading.Condition(), []
def wait():
    with condition:
        print("waited", condition.wait_for(lambda: ready, timeout=5))
thread = threading.Thread(target=wait)
thread.start()
time.sleep(0.02)
with condition:
    ready.append(1)
    condition.notify()
thread.join()

event = threading.Event()
threading.Timer(0.02, event.set).start()
print(event.wait(5), event.wait(0), threading.Event().wait(0.01))
barrier = threading.Barrier(3)
order = []
def meet(n):
    barrier.wait()
    order.append(n)
threads = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
print(sorted(order))
semaphore = threading.Semaphore(1)
print(semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.01))

class Local(threading.local):
    def __init__(self, start):
        self.x = start
local = Local(1)
local.x = 2
seen = []
thread = threading.Thread(target=lambda: (seen.append(local.x), setattr(local, "x", 9), seen.append(local.__dict__)))
thread.start()
thread.join()
print(seen, local.x)

threading.excepthook = lambda args: print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
thread = threading.Thread(target=lambda: 1 / 0, name="failing")
thread.start()
thread.join()
print(threading.active_count(), threading.main_thread() is threading.current_thread())
try:
    _thread.interrupt_main()
    time.sleep(1)
except KeyboardInterrupt:
    print("interrupted")
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
threading.Thread(target=lambda: (time.sleep(0.05), print("joined at the end"))).start()
print("end of main")
