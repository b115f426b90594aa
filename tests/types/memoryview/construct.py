"""memoryview: making one of other values."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: int(memoryview(b"12")))
show(lambda: b",".join([b"a",bytearray(b"b"),memoryview(b"c")]))
show(lambda: b"".join([memoryview(b"abcdef")[::2]]))
show(lambda: memoryview(5))
show(lambda: memoryview("a"))
show(lambda: memoryview())
show(lambda: memoryview(b"abc")._from_flags(b"abc",1))
show(lambda: memoryview._from_flags(5,0))
show(lambda: bytes(memoryview(b"abcdef")[::2]))
show(lambda: bytes(memoryview(b"abcd").cast("H")))
show(lambda: bytearray(memoryview(b"abcdef")[::-1]))
show(lambda: str(memoryview(b"abc"),"ascii"))
show(lambda: int.from_bytes(memoryview(b"abc")))
show(lambda: float(memoryview(b"1.5")))
show(lambda: memoryview(b"abc").__buffer__(1))
