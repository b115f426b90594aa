# flock and lockf: locks that another process respects, until they are given up or the file is closed.
import fcntl
import struct
import subprocess
import sys

OTHER = """
import fcntl, sys
file = open("lock", "rb+")
try:
    if sys.argv[1] == "flock":
        fcntl.flock(file, int(sys.argv[2]) | fcntl.LOCK_NB)
    else:
        fcntl.lockf(file, int(sys.argv[2]) | fcntl.LOCK_NB, 10, int(sys.argv[3]))
    print("got it")
except BlockingIOError as error:
    print(error)
"""


def other(*args):
    result = subprocess.run([sys.executable, "-c", OTHER, *map(str, args)], capture_output=True, text=True)
    return result.stdout.strip() + result.stderr


with open("lock", "wb+") as file:
    file.write(b"x" * 100)
    file.flush()
    print(fcntl.flock(file, fcntl.LOCK_EX), other("flock", fcntl.LOCK_EX), other("flock", fcntl.LOCK_SH))
    fcntl.flock(file, fcntl.LOCK_SH)
    print(other("flock", fcntl.LOCK_EX), other("flock", fcntl.LOCK_SH))
    with open("lock", "rb") as second:
        try:
            fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            print(type(error).__name__, error)
    fcntl.flock(file, fcntl.LOCK_UN)
    print(other("flock", fcntl.LOCK_EX))
    print(fcntl.lockf(file, fcntl.LOCK_EX, 10, 20), other("lockf", fcntl.LOCK_EX, 25), other("lockf", fcntl.LOCK_EX, 30))
    file.seek(50)
    fcntl.lockf(file, fcntl.LOCK_EX, 10, 0, 1)
    print(other("lockf", fcntl.LOCK_SH, 45), other("lockf", fcntl.LOCK_SH, 60))
    fcntl.lockf(file, fcntl.LOCK_UN)
    print(other("lockf", fcntl.LOCK_EX, 25))
    for function, args in (fcntl.flock, (99, 2)), (fcntl.lockf, (file, 16)), (fcntl.lockf, (file, 2, "x")), (fcntl.flock, (file, "x")):
        try:
            print(function(*args))
        except Exception as error:
            print(type(error).__name__, error)
    structure = struct.pack("hhqqi", fcntl.F_WRLCK, 0, 20, 10, 0)
    print(fcntl.fcntl(file, fcntl.F_SETLKW, structure) == structure, other("lockf", fcntl.LOCK_EX, 25))
    fcntl.flock(file, fcntl.LOCK_EX)
print(other("flock", fcntl.LOCK_EX))
