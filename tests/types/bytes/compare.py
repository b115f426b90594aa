"""bytes: comparison."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a"<"a")
show(lambda: b"a"==bytearray(b"a"))
show(lambda: repr(b"a'b"))
show(lambda: repr(b"a'b\""))
show(lambda: b"abc".__buffer__(0)[0])
show(lambda: b"abc".__buffer__(1))
show(lambda: b"a".__buffer__("a"))
