"""str: removeprefix."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".removeprefix(5))
show(lambda: "\U00010000".removeprefix("\U00010000"))
show(lambda: "a".removesuffix(5))
show(lambda: "abc".removesuffix(""))
show(lambda: "a\U00010000".removesuffix("\U00010000"))
show(lambda: "abcabc".removeprefix("abc"))
show(lambda: "abc".removeprefix("abcd"))
show(lambda: "abc".removeprefix(""))
show(lambda: "abcabc".removesuffix("abc"))
show(lambda: "abc".removesuffix("c"))
