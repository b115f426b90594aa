"""str: isidentifier."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".isidentifier())
show(lambda: "".isidentifier())
show(lambda: "1a".isidentifier())
show(lambda: "\u212f".isidentifier())
show(lambda: "\U00010000".isidentifier())
show(lambda: "é".isidentifier())
show(lambda: "a b".isidentifier())
show(lambda: "_1".isidentifier())
show(lambda: "def".isidentifier())
