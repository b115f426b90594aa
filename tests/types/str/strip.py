"""str: strip."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".strip(5))
show(lambda: "\U00010000ab\U00010000".strip("\U00010000"))
show(lambda: "  \U00010000  ".strip())
show(lambda: "xyzabcxyz".strip("zyx"))
show(lambda: "xyz".strip(""))
show(lambda: "a".lstrip(5))
show(lambda: "\U00010000ab\U00010000".lstrip("\U00010000"))
show(lambda: "a".rstrip(5))
show(lambda: "  a b  ".strip())
show(lambda: "xxaxx".strip("x"))
show(lambda: "xxaxx".lstrip("x"))
show(lambda: "xxaxx".rstrip("x"))
show(lambda: "\u3000a\xa0".strip())
show(lambda: "abcba".strip("ab"))
show(lambda: "".strip())
show(lambda: "\x1ca\x1f".strip())
