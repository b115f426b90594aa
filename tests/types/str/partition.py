"""str: partition."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".partition(""))
show(lambda: "a".partition(5))
show(lambda: "a\U00010000b".partition("\U00010000"))
show(lambda: "a".rpartition(5))
show(lambda: "a\U00010000b".rpartition("b"))
show(lambda: "a-b-c".partition("-"))
show(lambda: "a-b-c".rpartition("-"))
show(lambda: "abc".partition("x"))
show(lambda: "abc".rpartition("x"))
show(lambda: "abc".partition("abc"))
show(lambda: "a--b".partition("--"))
