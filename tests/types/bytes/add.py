"""bytes: addition and its kin."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a"+"a")
show(lambda: b"a"+bytearray(b"b"))
show(lambda: b"a"+5)
show(lambda: b"a".__add__(5))
show(lambda: b"" + b"a")
show(lambda: bytearray() + b"a")
show(lambda: b"a" + b"")
show(lambda: b"a" + None)
show(lambda: sum([b"a", b"b"], b""))
