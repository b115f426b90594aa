"""bytes: hex."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"ab".hex(""))
show(lambda: b"ab".hex("::"))
show(lambda: b"ab".hex(5))
show(lambda: b"ab".hex("\u0101"))
show(lambda: b"abcd".hex(":",2))
show(lambda: b"abcde".hex(":",-2))
show(lambda: b"abcde".hex(b"-",0))
show(lambda: b"ab".hex(b"\xff"))
show(lambda: bytes.fromhex("abc"))
show(lambda: bytes.fromhex("ab xx"))
show(lambda: bytes.fromhex("a b"))
show(lambda: bytes.fromhex(5))
show(lambda: bytes.fromhex(" ab\ncd "))
show(lambda: bytes.fromhex("\u0101"))
show(lambda: bytes.fromhex("0"))
