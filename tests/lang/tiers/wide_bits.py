"""Bitwise operators and shifts on ints of all widths, in hot code that has seen some of them only."""
import hashlib

VALUES = [0, 1, -1, 255, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**32 - 1, 2**32, 2**32 + 5, -(2**32), -(2**32) - 7]
VALUES += [2**40 + 12345, -(2**40) - 3, 2**52, 2**53 - 1, -(2**53) + 1, 2**53, -(2**53), 2**53 + 1, 2**64 + 9, -(2**70)]


def show(answer):
    print(hashlib.sha1(repr(answer).encode()).hexdigest(), repr(answer)[:60])


def make():
    namespace = {}
    source = """
def both(a, b):
    return a & b, a | b, a ^ b

def once(a):
    return a & 255, a | 4096, a ^ 0xffffffff, 0x1ffffffff & a

def moved(a, n):
    return a >> n, a >> 3, a >> 40, a << 5, a << 21, (a << 13) & 0xffffffff

def loop(values, start):
    h = start
    for v in values:
        h = (h ^ v) & 0xffffffffff
        h |= v & 0xf0f0
        h ^= h >> 7
        h = (h << 3) ^ (h & 31)
        h &= 0xffffffffffff
    return h
"""
    exec(source, namespace)
    return namespace


for warm in ([1, 2, 3], [2**31, 2**32 - 1], [-5, 7], [2**40, 3], [-(2**40), 2**52], [2**60, 1], [-(2**53) + 1, -1]):
    functions = make()
    both, once, moved, loop = (functions[name] for name in ("both", "once", "moved", "loop"))
    for turn in range(120):
        for a in warm:
            for b in warm:
                both(a, b)
            once(a)
            moved(a, 2)
        loop(warm, 1)
    show([both(a, b) for a in VALUES[::2] for b in VALUES[1::3]])
    show([once(a) for a in VALUES])
    show([moved(a, n) for a in VALUES for n in (0, 1, 31, 32, 53, 54, 64, 2000)])
    show([loop(VALUES, a) for a in VALUES] + [loop(VALUES * 20, 5)])
    try:
        moved(1, -1)
    except ValueError as error:
        print(error)
