# Repeated frames are counted, not printed.
import sys

sys.setrecursionlimit(60)


def down(n):
    return down(n + 1)


def ping(n):
    return pong(n - 1)


def pong(n):
    return ping(n - 1) if n > 0 else 1 / 0


try:
    ping(8)
except ZeroDivisionError as error:
    depth, tb = 0, error.__traceback__
    while tb:
        depth, tb = depth + 1, tb.tb_next
    print(depth)


def repeat(n):
    if n == 0:
        raise KeyError("bottom")
    repeat(n - 1)


repeat(10)
