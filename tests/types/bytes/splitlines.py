"""bytes: splitlines."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a\r\nb\nc\rd".splitlines(True))
show(lambda: b"a\x0bb".splitlines())
show(lambda: b"".splitlines())
show(lambda: b"\n".splitlines())
show(lambda: b"a\n\nb".splitlines())
show(lambda: b"a\r\nb\rc\n".splitlines(keepends=True))
show(lambda: b"a\x0cb\x85c".splitlines())
