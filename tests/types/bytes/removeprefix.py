"""bytes: removeprefix."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"abc".removeprefix(b"a"))
show(lambda: b"abc".removeprefix("a"))
show(lambda: b"abc".removesuffix(b"bc"))
show(lambda: b"abc".removesuffix(b"x"))
show(lambda: b"abc".removeprefix(b""))
show(lambda: b"abc".removesuffix(b""))
show(lambda: b"abc".removeprefix(bytearray(b"ab")))
show(lambda: b"abc".removeprefix(b"abcd"))
