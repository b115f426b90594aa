# Several descriptors of one socket: dup, fromfd, os.dup, os.dup2, detach, and which of them closes it.
import fcntl
import os
import select
import socket


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


listener = socket.create_server(("127.0.0.1", 0))
for here, there in socket.socketpair(), (socket.create_connection(listener.getsockname()), listener.accept()[0]):
    copy = there.dup()
    print(copy.fileno() != there.fileno(), copy.family == there.family, copy.type, copy.proto == there.proto, copy.get_inheritable())
    print(copy.getsockname() == there.getsockname(), copy.getpeername() == there.getpeername())
    here.sendall(b"one two three")
    print(copy.recv(4), there.recv(4), copy.recv(10))
    there.close()
    here.sendall(b"still")
    print(copy.recv(10))
    # What belongs to the socket is shared, what belongs to the object is not.
    second = socket.fromfd(copy.fileno(), copy.family, copy.type)
    second.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    print(copy.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE))
    copy.settimeout(3)
    print(copy.gettimeout(), second.gettimeout(), os.get_blocking(second.fileno()))
    copy.settimeout(None)
    number = os.dup(second.fileno())
    print(os.write(number, b"by the number"), here.recv(100))
    other = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 60)
    print(other >= 60, os.write(other, b"again"), here.recv(100))
    print(select.select([number, other], [other], [], 0)[0], select.select([], [other], [], 0)[1] == [other])
    for fd in number, other:
        os.close(fd)
    second.close()
    print(select.select([here], [], [], 0)[0])
    target = os.open(os.devnull, os.O_RDONLY)
    print(os.dup2(copy.fileno(), target) == target)
    copy.close()
    print(select.select([here], [], [], 0)[0])
    last = socket.socket(fileno=target)
    print(last.family == here.family, last.type, last.fileno() == target)
    last.sendall(b"the last")
    print(here.recv(100))
    fd = last.detach()
    print(fd == target, last.fileno(), last)
    attempt(last.recv, 1)
    os.close(fd)
    print(select.select([here], [], [], 1)[0] == [here], here.recv(10))
    # Another thing in its place closes it too.
    one, two = socket.socketpair()
    pipe = os.pipe()
    os.dup2(pipe[0], one.fileno())
    print(two.recv(10))
    os.write(pipe[1], b"a pipe")
    print(os.read(one.fileno(), 10))
    attempt(one.recv, 1)
    one.close()
    two.close()
    for fd in pipe:
        os.close(fd)
    here.close()

attempt(socket.socket, fileno=-1)
attempt(socket.socket, fileno="1")
attempt(socket.socket, fileno=1.5)
attempt(socket.socket, fileno=12345)
with open(os.devnull) as file:
    attempt(socket.socket, fileno=file.fileno())
    attempt(socket.fromfd, file.fileno(), -1, -1)
twin = socket.socket(fileno=listener.fileno())
print(twin.getsockname() == listener.getsockname(), twin.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
attempt(os.close, twin.detach())
attempt(listener.accept)
attempt(listener.close)
