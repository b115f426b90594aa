"""memoryview: tolist."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: memoryview(b"abcdef")[::-1].tolist())
show(lambda: memoryview(b"abcd").cast("H").tolist())
show(lambda: memoryview(b"abcd").cast("I").tolist())
show(lambda: memoryview(b"abcd").cast("H").cast("B").tolist())
show(lambda: memoryview(b"abcd").cast("c").tolist())
show(lambda: memoryview(b"abcd").cast("b").tolist())
show(lambda: memoryview(b"abcd").cast("f").tolist())
show(lambda: memoryview(b"abcdefgh").cast("d").tolist())
show(lambda: memoryview(b"abcdefgh").cast("q").tolist())
show(lambda: memoryview(b"abcdefgh").cast("Q").tolist())
show(lambda: memoryview(b"\xff"*8).cast("Q").tolist())
show(lambda: memoryview(b"\xff"*8).cast("q").tolist())
show(lambda: memoryview(b"abcdef").cast("B",[2,3]).tolist())
show(lambda: memoryview(b"a").cast("B",()).tolist())
show(lambda: memoryview(b"abcdef").cast("B",(2,3)).cast("B").tolist())
show(lambda: memoryview(b"").tolist())
show(lambda: memoryview(b"").cast("H").tolist())
show(lambda: memoryview(b"abcd").cast("i").tolist())
show(lambda: memoryview(b"abcdef").cast("H",shape=[3]).tolist())
show(lambda: memoryview(b"abcdef").cast("H",[3,1]).tolist())
show(lambda: memoryview(b"abcdef").cast("B",(2,3)).__iter__())
show(lambda: list(memoryview(b"abc")))
show(lambda: list(memoryview(b"abcd").cast("H")))
