"""bytes: translate."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"abc".translate(b"a"))
show(lambda: b"abc".translate(None,b"a"))
show(lambda: b"abc".translate("a"))
show(lambda: b"abc".translate(None,delete="a"))
show(lambda: bytes.maketrans(b"a",b"bc"))
show(lambda: bytes.maketrans("a","b"))
