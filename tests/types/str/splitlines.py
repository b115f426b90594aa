"""str: splitlines."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".splitlines(5))
show(lambda: "a\x1cb\u2028c\x85d\r\ne".splitlines())
show(lambda: "\U00010000\na".splitlines())
show(lambda: "\U00010000\r\na\u2028".splitlines(True))
show(lambda: "a\n\nb\r\r\nc\n".splitlines())
show(lambda: "a\n\nb\r\r\nc\n".splitlines(True))
show(lambda: "".splitlines())
show(lambda: "\n".splitlines())
show(lambda: "a\x0bb\x0cc\x1dd\x1ee\u2029f".splitlines())
