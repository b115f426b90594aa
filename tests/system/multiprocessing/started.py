"""Processes that share locks, queues, events and conditions; some are ended while they hold a lock or wait for it."""
import multiprocessing as mp
import os
import sys
import time


def add(times, lock, name):
    for _ in range(times):
        with lock:
            with open(name) as file:
                count = int(file.read())
            with open(name, "w") as file:
                file.write(str(count + 1))


def hold(lock, queue):
    queue.put("begins")
    lock.acquire()
    queue.put("held")
    time.sleep(100)


def follow(event, condition, again, queue):
    event.wait()
    with condition:
        queue.put("waits")
        condition.wait()
    with again, again:
        queue.put(again._semlock._count())
    queue.put(type(queue).__name__)
    sys.exit(3)



if __name__ == "__main__":
    ctx = mp.get_context("spawn")
    lock, queue = ctx.Lock(), ctx.SimpleQueue()
    with open("count", "w") as file:
        file.write("0")
    processes = [ctx.Process(target=add, args=(100, lock, "count")) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print([process.exitcode for process in processes], open("count").read())
    os.unlink("count")

    lock.acquire()
    waiter = ctx.Process(target=hold, args=(lock, queue))
    waiter.start()
    print(queue.get())
    time.sleep(0.2)
    waiter.kill()
    waiter.join()
    lock.release()
    print(waiter.exitcode, lock.acquire(timeout=0.1))
    lock.release()

    holder = ctx.Process(target=hold, args=(lock, queue))
    holder.start()
    print(queue.get(), queue.get(), lock.acquire(timeout=0.2), lock)
    holder.terminate()
    holder.join()
    print(holder.exitcode, lock.acquire(timeout=0.1))

    event, condition, again = ctx.Event(), ctx.Condition(), ctx.RLock()
    follower = ctx.Process(target=follow, args=(event, condition, again, queue))
    follower.start()
    print(event.is_set(), event.wait(0.05))
    event.set()
    print(queue.get())
    with condition:
        condition.notify()
    print(queue.get(), queue.get())
    follower.join()
    print(follower.exitcode, follower.is_alive())

    bounded = ctx.Queue(3)
    for number in range(3):
        bounded.put(number)
    print(bounded.full(), bounded.qsize())
    try:
        bounded.put(3, timeout=0.1)
    except Exception as error:
        print(type(error).__name__)
    print([bounded.get() for _ in range(3)], bounded.qsize())
    joinable = ctx.JoinableQueue()
    joinable.put(1)
    joinable.get()
    joinable.task_done()
    joinable.join()
    try:
        joinable.task_done()
    except ValueError as error:
        print(error)
    print(ctx.Semaphore(3), ctx.BoundedSemaphore(2), ctx.Condition())
    one, other = ctx.Pipe()
    one.send([1, 2])
    print(other.recv())
    other.send_bytes(b"x" * 100_000)
    print(len(one.recv_bytes()))
