"""int: from_bytes."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: int.from_bytes([1,2,3],"big"))
show(lambda: int.from_bytes([256]))
show(lambda: int.from_bytes(["a"]))
show(lambda: int.from_bytes("abc"))
show(lambda: int.from_bytes(5))
show(lambda: int.from_bytes(b"a","foo"))
show(lambda: int.from_bytes(b"\x01\x00"))
show(lambda: int.from_bytes(b"\x01\x00", "little"))
show(lambda: int.from_bytes(b"\xff\xff", signed=True))
show(lambda: int.from_bytes(b""))
show(lambda: int.from_bytes(b"\xff" * 9))
show(lambda: int.from_bytes(b"\x80" + b"\0" * 8, signed=True))
show(lambda: int.from_bytes(bytearray(b"ab")))
show(lambda: int.from_bytes((1, 2)))
show(lambda: int.from_bytes(bytes=b"a", byteorder="big"))
