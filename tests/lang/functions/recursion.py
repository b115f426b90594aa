# Recursion: mutual, deep enough to matter, and past the limit.
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def forever(n):
    return forever(n + 1)


print([fib(n) for n in range(15)], even(50), odd(7), ackermann(2, 3))
try:
    forever(0)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(150)
try:
    forever(0)
except RecursionError as error:
    print("again", error)


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)


moves = []
hanoi(4, "A", "B", "C", moves)
print(len(moves), moves[:5])
