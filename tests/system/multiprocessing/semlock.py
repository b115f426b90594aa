"""_multiprocessing.SemLock in one process: values, owners, messages, threads that wait."""
import _multiprocessing
import os
import threading
import time

SemLock = _multiprocessing.SemLock
RECURSIVE_MUTEX, SEMAPHORE = 0, 1
MOST = SemLock.SEM_VALUE_MAX
NAME = f"/s{os.getpid()}"


def attempt(action, *args, **keywords):
    try:
        print(action(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "filename", None))


def state(lock):
    print(lock._count(), lock._is_mine(), lock._get_value(), lock._is_zero())


print(sorted(_multiprocessing.flags.items()), MOST, SemLock.__doc__, SemLock.acquire.__doc__)

print("arguments")
attempt(SemLock)
attempt(SemLock, 1, 1, 1)
attempt(SemLock, 2, 1, 1, NAME, True)
for name in "/x/y", "", "z" * 300, "a\0b", 5:
    attempt(SemLock, 1, 1, 1, name, True)
attempt(SemLock, 1, -1, 1, NAME, True)
attempt(SemLock, 1, 2**31, MOST, NAME, True)
for name in "/missing", "/a/b", 5:
    attempt(_multiprocessing.sem_unlink, name)
    attempt(SemLock._rebuild, 0, 1, 1, name)

print("names")
first = SemLock(SEMAPHORE, 2, 5, NAME, False)
print(first.name == NAME, first.kind, first.maxvalue, type(first.handle))
attempt(SemLock, SEMAPHORE, 2, 5, NAME, False)
second = SemLock._rebuild(0, SEMAPHORE, 5, NAME)
print(second._get_value(), second.name == NAME, second.acquire(), first._get_value(), second._count(), first._count())
attempt(_multiprocessing.sem_unlink, NAME)
attempt(_multiprocessing.sem_unlink, NAME)
print(SemLock(SEMAPHORE, 1, 1, NAME, True).name)

print("timeouts")
empty = SemLock(SEMAPHORE, 0, 5, NAME, True)
attempt(empty.acquire, True, "x")
attempt(empty.acquire, False, "x")
attempt(empty.acquire, True, -1)
attempt(empty.acquire, 0, 5)
attempt(empty.acquire, timeout=0.05)
attempt(empty.acquire, True, float("nan"))

print("counts")
for _ in range(6):
    attempt(empty.release)
state(empty)
attempt(empty.acquire)
state(empty)
lock = SemLock(SEMAPHORE, 1, 1, NAME, True)
lock.acquire()
lock._after_fork()
state(lock)

print("recursive")
mutex = SemLock(RECURSIVE_MUTEX, 1, 1, NAME, True)
attempt(mutex.release)
print(mutex.acquire(), mutex.acquire())
state(mutex)
for _ in range(3):
    attempt(mutex.release)
attempt(mutex.__enter__)
attempt(mutex.__exit__)
attempt(mutex.__exit__, 1, 2, 3, 4)

print("large")
full = SemLock(SEMAPHORE, MOST, MOST, NAME, True)
print(full._get_value())
attempt(full.release)
print(all(full.acquire() for _ in range(3000)), full._get_value())
for _ in range(3000):
    full.release()
print(full._get_value())
attempt(full.release)
many = SemLock(SEMAPHORE, 0, MOST, NAME, True)
for _ in range(70_000):
    many.release()
print(many._get_value(), all(many.acquire(False) for _ in range(70_000)), many.acquire(False), many._get_value())

print("threads")
shared = SemLock(SEMAPHORE, 0, 1, NAME, True)
got = []
threads = [threading.Thread(target=lambda: got.append(shared.acquire())) for _ in range(3)]
for thread in threads:
    thread.start()
for _ in threads:
    time.sleep(0.05)
    shared.release()
for thread in threads:
    thread.join()
print(got, shared._get_value(), shared.acquire(True, 0.05))


def release_later():
    time.sleep(0.1)
    shared.release()


threading.Thread(target=release_later).start()
print(shared.acquire(True, 5))
threading.Thread(target=mutex.acquire).start()
time.sleep(0.05)
attempt(mutex.release)
print(any(NAME[1:] in name for name in os.listdir("/dev/shm")))
