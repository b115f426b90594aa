"""str: expandtabs."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".expandtabs("x"))
show(lambda: "a\tb\tc".expandtabs(4))
show(lambda: "\U00010000\ta".expandtabs())
show(lambda: "a\tb\n\tc".expandtabs(4))
show(lambda: "\t\t".expandtabs(0))
show(lambda: "a\t".expandtabs(-1))
show(lambda: "ab\tc".expandtabs(1))
