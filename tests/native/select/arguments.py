"""Errors of select()."""
import select

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

show(select.select, [], [], [], 0)
show(select.select, [1.5], [], [], 0)
show(select.select, [-1], [], [], 0)
show(select.select, 1, [], [], 0)
show(select.select, [], [], [], "x")
show(select.select, [], [], [], -1)
show(select.select)
show(lambda: select.error is OSError)
show(lambda: (select.POLLIN, select.POLLOUT, select.POLLERR, select.POLLHUP, select.POLLNVAL))


class File:
    def __init__(self, number):
        self.number = number

    def fileno(self):
        return self.number


show(select.select, [File("x")], [], [], 0)
show(select.select, [File(-5)], [], [], 0)
show(lambda: type(select.poll()))
show(type(select.poll()))
