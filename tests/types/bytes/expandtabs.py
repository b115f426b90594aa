"""bytes: expandtabs."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a\tb".expandtabs())
show(lambda: b"a\tb".expandtabs("x"))
show(lambda: b"a\t".expandtabs(2**70))
show(lambda: b"\ta\n\tb\r\tc".expandtabs(4))
show(lambda: b"\t\t".expandtabs(0))
show(lambda: b"ab\tc".expandtabs(tabsize=3))
