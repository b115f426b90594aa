"""Network byte order, timeouts and the error classes."""
import socket

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

for function in (socket.htons, socket.ntohs):
    for number in (0, 1, 256, 65535, 65536, -1, "a"):
        show(function, number)
for function in (socket.htonl, socket.ntohl):
    for number in (0, 1, 0x01020304, 2**32 - 1, -1, 1.5):
        show(function, number)
show(socket.getdefaulttimeout)
show(socket.setdefaulttimeout, 1.5)
show(socket.getdefaulttimeout)
show(socket.setdefaulttimeout, -1)
show(socket.setdefaulttimeout, "a")
show(socket.setdefaulttimeout, None)
show(lambda: (socket.error is OSError, socket.timeout is TimeoutError, socket.gaierror.__mro__[1], socket.herror.__module__))
show(lambda: (socket.AF_INET, socket.SOCK_STREAM.name, socket.AddressFamily(2), socket.SHUT_RDWR, socket.INADDR_LOOPBACK))
