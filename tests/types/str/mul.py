"""str: mul."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a"*"a")
show(lambda: "a"*2.0)
show(lambda: "\U00010000"*3)
show(lambda: "a" * 0)
show(lambda: "a" * -1)
show(lambda: "a".__mul__("b"))
show(lambda: "ab" * 3)
show(lambda: 3 * "ab")
show(lambda: "ab" * True)
show(lambda: "" * 10**9)
show(lambda: "ab" * None)
show(lambda: len("ab" * 1000))
