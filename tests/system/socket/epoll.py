# select.epoll: registering, waiting, edges and single shots, numbers that are used again, and what is said of wrong arguments.
import os
import select
import selectors
import socket


def attempt(name, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, type(result).__name__ if isinstance(result, select.epoll) else result)


poll = select.epoll()
# Kept, because the end of one closes the list of both.
same = select.epoll.fromfd(poll.fileno())
print(poll.closed, poll.fileno() == same.fileno(), isinstance(poll, select.epoll))
left, right = socket.socketpair()
print(poll.register(left), poll.poll(0) == [(left.fileno(), select.EPOLLOUT)])
poll.modify(left, select.EPOLLIN)
print(poll.poll(0), poll.poll(0.01), poll.poll(timeout=0, maxevents=1))
right.send(b"x")
print(poll.poll() == [(left.fileno(), select.EPOLLIN)], poll.poll(-1) == poll.poll(None, 5))
poll.modify(left.fileno(), eventmask=select.EPOLLIN | select.EPOLLET)
print(len(poll.poll(0)), len(poll.poll(0)), left.recv(10), len(poll.poll(0)), right.send(b"y"), len(poll.poll(1)))
poll.modify(left, select.EPOLLIN | select.EPOLLONESHOT)
print(len(poll.poll(1)), len(poll.poll(0)))
poll.modify(left, select.EPOLLIN)
print(len(poll.poll(1)), poll.unregister(left), poll.poll(0))

# A descriptor that is closed is forgotten, and its number may be another's.
reader, writer = os.pipe()
poll.register(reader, select.EPOLLIN)
os.write(writer, b"x")
print(len(poll.poll(1)))
os.close(reader)
print(poll.poll(0))
os.close(writer)
again, writer = os.pipe()
print(again == reader, poll.register(again, select.EPOLLIN), poll.poll(0), os.write(writer, b"x"), poll.poll(1) == [(again, select.EPOLLIN)])
for fd in again, writer:
    os.close(fd)

with open("file", "w") as file:
    attempt("register a file", poll.register, file)
    attempt("modify a file", poll.modify, file, 1)
poll.register(right)
for name, args in (
    ("register", (99,)), ("register", (right,)), ("register", (1.5,)), ("register", ("x",)), ("register", (poll.fileno(),)), ("register", ()),
    ("modify", (99, 1)), ("modify", (left, 1)), ("modify", (left,)), ("unregister", (99,)), ("unregister", (left,)),
    ("poll", ("x",)), ("poll", (0, 0)), ("poll", (0, -2)), ("poll", (0, "x")), ("poll", (float("nan"),)),
):
    attempt(name, getattr(poll, name), *args)
for args in ((0,), (-2,), (-1,), (5, 0), (5, select.EPOLL_CLOEXEC), (5, 9), ("x",), (2**40,)):
    attempt(f"epoll{args}", select.epoll, *args)
attempt("fromfd", select.epoll.fromfd, "x")
with select.epoll() as other:
    print(other.closed)
print(other.closed, other.close())
for name, args in (("fileno", ()), ("poll", ()), ("register", (left,)), ("modify", (left, 1)), ("unregister", (left,)), ("__enter__", ())):
    attempt(f"closed: {name}", getattr(other, name), *args)
print({name: getattr(select, name) for name in dir(select) if name.startswith("EPOLL")})

print(selectors.DefaultSelector.__name__)
with selectors.DefaultSelector() as selector:
    selector.register(left, selectors.EVENT_READ, "data")
    print(selector.select(0), left.recv(5), right.send(b"z"), [(key.data, events) for key, events in selector.select(5)])
    selector.modify(left, selectors.EVENT_WRITE)
    print([(key.data, events) for key, events in selector.select(5)], selector.unregister(left).data)
left.close()
right.close()
poll.close()
