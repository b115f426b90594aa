# Sockets as bare descriptors: os.read, os.write, os.sendfile, open() and os.close know what they are given.
import os
import socket
import stat


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


listener = socket.create_server(("127.0.0.1", 0))
for here, there in socket.socketpair(), (socket.create_connection(listener.getsockname()), listener.accept()[0]):
    print(stat.S_ISSOCK(os.fstat(here.fileno()).st_mode), stat.S_ISSOCK(os.stat(there.fileno()).st_mode))
    print(os.write(here.fileno(), b"by write"), os.read(there.fileno(), 100), there.send(b"by send"), os.read(here.fileno(), 3), here.recv(10))
    print(os.writev(here.fileno(), [b"by", b" writev"]), there.recv(100))
    with open("file", "wb") as file:
        file.write(bytes(range(256)) * 4)
    with open("file", "rb") as file:
        print(os.sendfile(here.fileno(), file.fileno(), 10, 20), there.recv(100), here.sendfile(file), sum(there.recv(4096)))
    with open(here.fileno(), "wb", buffering=0, closefd=False) as file:
        print(file.write(b"by a file"), there.recv(100))
    print(os.get_blocking(here.fileno()), here.setblocking(False), os.get_blocking(here.fileno()))
    attempt(os.read, here.fileno(), 5)
    attempt(here.recv, 5)
    here.settimeout(5)
    attempt(os.read, here.fileno(), 5)
    here.settimeout(None)
    print(os.get_blocking(here.fileno()))
    fd = there.detach()
    os.close(fd)
    print(os.read(here.fileno(), 10))
    here.close()
    attempt(here.setblocking, False)
    attempt(here.settimeout, 1)
    attempt(os.fstat, fd)
listener.close()
