"""bytes: partition."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"abc".partition(b""))
show(lambda: b"abc".partition("b"))
show(lambda: b"abc".partition(b"b"))
show(lambda: b"abc".partition(bytearray(b"b")))
show(lambda: b"abc".rpartition(b"x"))
show(lambda: b"abc".rpartition(bytearray(b"b")))
