# Threads take turns: computing ones are switched, waiting ones let the others run
import queue
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

stop = False
def spin():
    global spins
    spins = 0
    while not stop:
        spins += 1

spinner = threading.Thread(target=spin)
spinner.start()
time.sleep(0.05)
stop = True
spinner.join()
print(spins > 0, sys.getswitchinterval())

done = []
def sleeper(n):
    for i in range(3):
        time.sleep(0.01)
        done.append((n, i))

threads = [threading.Thread(target=sleeper, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(done))

total = 0
lock = threading.Lock()
def add():
    global total
    for _ in range(5000):
        with lock:
            total += 1

threads = [threading.Thread(target=add) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(total)

items = queue.Queue(maxsize=2)
def produce():
    for i in range(6):
        items.put(i)
    items.put(None)

threading.Thread(target=produce).start()
print(list(iter(items.get, None)))
with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda n: n * n, range(8))))
    failing = pool.submit(lambda: 1 / 0)
    print(repr(failing.exception()))
# A thread inside a builtin that calls back goes on until that returns.
result = []
thread = threading.Thread(target=lambda: result.append(sorted([3, 1, 2], key=lambda n: time.sleep(0.01) or n)))
thread.start()
thread.join()
print(result)
