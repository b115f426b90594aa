"""bytes: join."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".join("ab"))
show(lambda: b"a".join(5))
show(lambda: b",".join([b"a","b"]))
show(lambda: b"".join([]))
show(lambda: b"-".join((b"a",)))
show(lambda: b"-".join(bytes([1, 2]) for _ in range(2)))
show(lambda: b"-".join({b"k": 1}))
show(lambda: b"".join([bytearray(b"x")]))
