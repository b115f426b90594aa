"""int: and, or, xor, not."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 6 & 3)
show(lambda: 6 | 3)
show(lambda: 6 ^ 3)
show(lambda: -6 & 3)
show(lambda: -6 | 3)
show(lambda: -6 ^ 3)
show(lambda: (2**40 + 5) & (2**33 - 1))
show(lambda: -(2**40) & 0xff)
show(lambda: (2**100 + 1) & 1)
show(lambda: (2**100) | -1)
show(lambda: 2**64 ^ -(2**64))
show(lambda: ~0)
show(lambda: ~-1)
show(lambda: 1 & 1.5)
show(lambda: 1 | "a")
show(lambda: -(2**31) & 0xffffffff)
show(lambda: (2**53 - 1) ^ -1)
show(lambda: -(2**53) | 1)
