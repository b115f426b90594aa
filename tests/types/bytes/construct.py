"""bytes: making one of other values."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: bytes(encoding="a"))
show(lambda: bytes(errors="a"))
show(lambda: bytes(b"a","utf8"))
show(lambda: bytes("a"))
show(lambda: bytes("a",errors="x"))
show(lambda: bytes(1,errors="x"))
show(lambda: bytes(-1))
show(lambda: bytes(2**100))
show(lambda: bytes([256]))
show(lambda: bytes(["a"]))
show(lambda: bytes(1.5))
show(lambda: bytes(None))
show(lambda: bytes("a",5))
show(lambda: bytes("a","x\0"))
show(lambda: bytes("a","utf8","strict",1))
show(lambda: bytes(source=b"a"))
show(lambda: bytes({1,2}))
show(lambda: bytes([1,-1]))
show(lambda: bytes([2**100]))
show(lambda: b"a".__getnewargs__())
