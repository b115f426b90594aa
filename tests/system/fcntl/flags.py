# fcntl and ioctl: flags of descriptors, doubling them, and what is said of wrong arguments.
import array
import fcntl
import os
import struct
import termios


def attempt(function, *args):
    try:
        print("  ", function(*args))
    except Exception as error:
        print("  ", type(error).__name__, error)


with open("a", "wb+") as file:
    print(fcntl.fcntl(file, fcntl.F_GETFD), fcntl.fcntl(file, fcntl.F_SETFD, 0), fcntl.fcntl(file.fileno(), fcntl.F_GETFD))
    print(os.get_inheritable(file.fileno()), fcntl.fcntl(file, fcntl.F_SETFD, fcntl.FD_CLOEXEC), os.get_inheritable(file.fileno()))
    flags = fcntl.fcntl(file, fcntl.F_GETFL)
    print(flags & os.O_ACCMODE == os.O_RDWR, flags & os.O_NONBLOCK, flags & os.O_APPEND)
    print(fcntl.fcntl(file, fcntl.F_SETFL, flags | os.O_NONBLOCK), os.get_blocking(file.fileno()))
    print(fcntl.fcntl(file, fcntl.F_GETFL) == flags | os.O_NONBLOCK, fcntl.fcntl(file, fcntl.F_SETFL, flags), os.get_blocking(file.fileno()))
    print(fcntl.fcntl(file, fcntl.F_GETFL, b"some"), fcntl.fcntl(file, fcntl.F_GETFD, "text"))
    print(fcntl.ioctl(file, termios.FIONCLEX), os.get_inheritable(file.fileno()), fcntl.ioctl(file, termios.FIOCLEX), os.get_inheritable(file.fileno()))
    for command, inheritable in (fcntl.F_DUPFD, True), (fcntl.F_DUPFD_CLOEXEC, False):
        other = fcntl.fcntl(file, command, 50)
        print(other, os.get_inheritable(other) == inheritable, os.fstat(other).st_ino == os.fstat(file.fileno()).st_ino)
        os.close(other)
    for args in ((file, 99999), (file, fcntl.F_GETFD, 1.5), (file, fcntl.F_GETFD, b"x" * 2000), (file, "x"), (file, fcntl.F_DUPFD, -1),
                 (99, fcntl.F_GETFD), (-1, fcntl.F_GETFD), ("x", 1), (2**40, 1), (-(2**31) - 1, 1), (file, 2**40), (1,)):
        print(len(args), args[1:2])
        attempt(fcntl.fcntl, *args)
    for args in ((file, termios.TIOCGWINSZ), (file, termios.TIOCGWINSZ, b"12345678"), (file, 1, 1.5), (file, 1, b"x" * 2000), (99, 1), (file,)):
        attempt(fcntl.ioctl, *args)
for mode, wanted in ("rb", os.O_RDONLY), ("ab", os.O_WRONLY):
    with open("a", mode) as file:
        flags = fcntl.fcntl(file, fcntl.F_GETFL)
        print(mode, flags & os.O_ACCMODE == wanted, bool(flags & os.O_APPEND))
reader, writer = os.pipe()
print([fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE for fd in (reader, writer)], fcntl.ioctl(reader, termios.FIONBIO, struct.pack("i", 1)) == struct.pack("i", 1))
print(os.get_blocking(reader), fcntl.ioctl(reader, termios.FIONBIO, array.array("i", [0])), os.get_blocking(reader))
print(fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_NB, fcntl.LOCK_UN, fcntl.F_SETLKW, fcntl.F_RDLCK, fcntl.F_WRLCK, fcntl.F_UNLCK)
