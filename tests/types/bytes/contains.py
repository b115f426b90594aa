"""bytes: contains."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"" in b"")
show(lambda: b"a".__contains__("a"))
show(lambda: b"a".__contains__(-1))
show(lambda: b"a".__contains__(2**70))
show(lambda: b"bc" in b"abc")
show(lambda: b"" in b"abc")
show(lambda: bytearray(b"c") in b"abc")
show(lambda: None in b"abc")
show(lambda: b"x" not in b"abc")
