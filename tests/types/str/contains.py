"""str: contains."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a" in b"a")
show(lambda: "\U00010000" in "a\U00010000")
show(lambda: "a" in "\U00010000a")
show(lambda: "" in "\U00010000")
show(lambda: "a".__contains__(5))
