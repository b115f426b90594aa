"""bytes: startswith."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".startswith("a"))
show(lambda: b"a".startswith(("a",)))
show(lambda: b"a".startswith([b"a"]))
show(lambda: b"a".startswith((b"a",b"b")))
show(lambda: b"a".startswith())
show(lambda: b"a".endswith(5))
show(lambda: b"abc".startswith(b"b", 1))
show(lambda: b"abc".startswith(b"", 3))
show(lambda: b"abc".startswith(b"", 4))
show(lambda: b"abc".endswith(b"bc", 1))
show(lambda: b"abc".endswith((b"x", b"c")))
show(lambda: b"abc".endswith(b"ab", 0, -1))
show(lambda: b"abc".startswith(bytearray(b"a")))
