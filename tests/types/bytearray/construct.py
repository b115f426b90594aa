"""bytearray: making one of other values."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: bytearray(encoding="a"))
show(lambda: bytearray("a"))
show(lambda: bytearray(-1))
show(lambda: bytearray([256]))
show(lambda: bytearray(["a"]))
show(lambda: bytearray(1.5))
show(lambda: bytearray(b"a","utf8"))
show(lambda: bytearray(b"a",errors="utf8"))
show(lambda: bytearray(2**100))
show(lambda: bytearray(b"a")[5])
show(lambda: bytearray(b"a")["a"])
show(lambda: bytearray(b"a").__init__(b"xyz"))
show(lambda: bytearray(b"a").__release_buffer__(5))
