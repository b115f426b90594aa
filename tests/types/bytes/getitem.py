"""bytes: items and slices."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a"[5])
show(lambda: b"a"["a"])
show(lambda: b"a"[1.5])
show(lambda: b"a"[2**70])
show(lambda: b"abc"[0])
show(lambda: b"abc"[-1])
show(lambda: b"abc"[1:])
show(lambda: b"abcdef"[::2])
show(lambda: b"abcdef"[::-1])
show(lambda: b"abcdef"[4:1:-2])
show(lambda: b"abc"[10:])
show(lambda: b"abc"[::0])
show(lambda: b"abc"[True])
show(lambda: b"abc"[None:2])
