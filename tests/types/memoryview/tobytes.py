"""memoryview: tobytes."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: memoryview(b"a").hex(":"))
show(lambda: memoryview(b"abc").hex())
show(lambda: memoryview(b"abc").hex(":"))
show(lambda: memoryview(b"abc").hex("-",2))
show(lambda: memoryview(b"abc")[::2].hex())
show(lambda: memoryview(b"abc")[1:].tobytes())
show(lambda: memoryview(b"abcdef")[::2].tobytes())
show(lambda: memoryview(b"abcdef").cast("B",(2,3)).tobytes("F"))
show(lambda: memoryview(b"abcdef").cast("B",(2,3)).tobytes("A"))
show(lambda: memoryview(b"abcdef").tobytes("x"))
show(lambda: memoryview(b"abcdef").tobytes(None))
show(lambda: memoryview(b"abcdef").tobytes(order=5))
show(lambda: memoryview._from_flags(b"abc",0).tobytes())
