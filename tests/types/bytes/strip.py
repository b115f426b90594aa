"""bytes: strip."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".strip("a"))
show(lambda: b" a ".strip(None))
show(lambda: b"xax".strip(b"x"))
show(lambda: b" a".rstrip(bytearray(b"a")))
show(lambda: b"  a b \t\n".strip())
show(lambda: b"xyaxy".strip(b"xy"))
show(lambda: b"xyaxy".lstrip(b"xy"))
show(lambda: b"xyaxy".rstrip(b"xy"))
show(lambda: b"\x1ca\x1c".strip())
show(lambda: b"".strip())
show(lambda: b"aaa".strip(b"a"))
show(lambda: b"abc".strip(b""))
