"""bytes: mul."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a"*"a")
show(lambda: b"a"*2**70)
show(lambda: b"a".__mul__("a"))
show(lambda: b"ab" * 3)
show(lambda: 2 * b"ab")
show(lambda: b"ab" * 0)
show(lambda: b"ab" * -1)
show(lambda: b"" * 1000)
show(lambda: b"ab" * True)
show(lambda: b"ab" * None)
