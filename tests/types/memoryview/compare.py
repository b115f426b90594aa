"""memoryview: comparison."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a"==memoryview(b"a"))
show(lambda: bytearray(b"a")==memoryview(b"a"))
show(lambda: memoryview(b"abc")==b"abc")
show(lambda: memoryview(b"abc")==memoryview(b"abc"))
show(lambda: memoryview(b"abc")=="abc")
show(lambda: memoryview(b"abc")<b"abd")
show(lambda: memoryview(b"abcd").cast("H")==memoryview(b"abcd"))
show(lambda: memoryview(b"abcd").cast("H")==memoryview(b"abcd").cast("h"))
show(lambda: memoryview(b"abcdef").cast("B",(2,3))==memoryview(b"abcdef"))
show(lambda: memoryview(b"abcdef").cast("B",(2,3))==memoryview(b"abcdef").cast("B",(2,3)))
show(lambda: memoryview(b"abcdef")[::-1]==b"fedcba")
show(lambda: 1 in memoryview(b"abc"))
show(lambda: 97 in memoryview(b"abc"))
