"""str: iter."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: type(iter("a")))
show(lambda: type(iter("\u0101")))
show(lambda: type(iter("\xff")))
show(lambda: type(iter("")))
show(lambda: list("abc"))
show(lambda: list(""))
show(lambda: list("a\u0101\U00010000"))
show(lambda: [*map(ord, "aé\U0001f600")])
show(lambda: "".join(reversed("abc")))
show(lambda: sorted("hello"))
show(lambda: dict.fromkeys("abba"))
