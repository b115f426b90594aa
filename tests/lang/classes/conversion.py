# __bool__, __len__, __int__, __float__, __index__, __str__, __repr__, __format__, __bytes__ and __complex__.
class N:
    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __complex__(self):
        return 1j

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return f"<{spec}>"

    def __bytes__(self):
        return b"bytes"

    def __round__(self, n=None):
        return ("round", n)

    def __trunc__(self):
        return 1

    def __abs__(self):
        return "abs"


n = N()
print(int(n), float(n), complex(n), [10, 20, 30][n], "abcd"[:n], range(n), hex(n))
print(str(n), repr(n), [n], f"{n} {n!r} {n:spec} {n!s:>5}", "%s %r" % (n, n), bytes(n), round(n), round(n, 2), abs(n))


class Wrong:
    def __str__(self):
        return 5

    def __bool__(self):
        return "yes"

    def __len__(self):
        return 1.5

    def __index__(self):
        return "x"


for action in (str, bool, len, lambda w: [1][w], int, float):
    try:
        print(action(Wrong()))
    except TypeError as error:
        print(error)


class OnlyLen:
    def __len__(self):
        return 0


print(bool(OnlyLen()), bool(object()))
