"""Shared memory's names, and semaphores' that another process finds."""
import _multiprocessing
import _posixshmem
import os
import subprocess
import sys

NAME = f"/n{os.getpid()}"
FINDER = """
import _multiprocessing, sys
found = _multiprocessing.SemLock._rebuild(0, 1, 5, sys.argv[1])
print(found.acquire(), found._get_value(), found._count())
found.release()
found.acquire()
"""


def attempt(action, *args):
    try:
        print(action(*args))
    except Exception as error:
        print(type(error).__name__, str(error).replace(NAME, "NAME"))


semaphore = _multiprocessing.SemLock(1, 2, 5, NAME, False)
print(subprocess.run([sys.executable, "-c", FINDER, NAME], capture_output=True, text=True).stdout)
print(semaphore._get_value(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(True, 0.05))
_multiprocessing.sem_unlink(NAME)
attempt(_multiprocessing.sem_unlink, NAME)

for name in "/a/b", "", 5, NAME, "/" + "z" * 300, "/..":
    attempt(_posixshmem.shm_unlink, name)
    attempt(_posixshmem.shm_open, name, os.O_RDWR)
fd = _posixshmem.shm_open(NAME, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600)
print(os.get_inheritable(fd), os.get_blocking(fd), oct(os.fstat(fd).st_mode))
attempt(_posixshmem.shm_open, NAME, os.O_CREAT | os.O_EXCL)
os.write(fd, b"shared")
again = _posixshmem.shm_open(NAME, os.O_RDONLY)
print(os.read(again, 10))
_posixshmem.shm_unlink(NAME)
attempt(_posixshmem.shm_unlink, NAME)
