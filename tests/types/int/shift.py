"""int: shifts."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1<<-1)
show(lambda: 1<<2**70)
show(lambda: 0<<2**70)
show(lambda: 1>>2**70)
show(lambda: 1>>-1)
show(lambda: -1>>2**70)
show(lambda: 1 << 31)
show(lambda: 1 << 53)
show(lambda: 1 << 100)
show(lambda: -1 << 64)
show(lambda: 2**100 >> 99)
show(lambda: -(2**100) >> 99)
show(lambda: -5 >> 1)
show(lambda: 5 >> 1)
show(lambda: 1 >> 1000)
show(lambda: -1 >> 1000)
show(lambda: 0 << 10**6)
show(lambda: 1 << True)
show(lambda: 1 << 1.5)
show(lambda: (2**53) >> 1)
