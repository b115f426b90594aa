"""memoryview: cast."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: memoryview(b"abcd").cast("x"))
show(lambda: memoryview(b"abcd").cast(""))
show(lambda: memoryview(b"abcd").cast("HH"))
show(lambda: memoryview(b"abcd").cast(5))
show(lambda: memoryview(b"abc").cast("H"))
show(lambda: memoryview(b"abcd").cast("H").cast("I"))
show(lambda: memoryview(b"abcdef").cast("B",(2,4)))
show(lambda: memoryview(b"abcdef").cast("B",(0,4)))
show(lambda: memoryview(b"abcdef").cast("B",(-1,4)))
show(lambda: memoryview(b"abcdef").cast("B",("a",4)))
show(lambda: memoryview(b"abcdef").cast("B",5))
show(lambda: memoryview(b"abcdef").cast("B",[1]*65))
show(lambda: memoryview(b"ab").cast("B",()))
show(lambda: memoryview(b"abcdef").cast("B",(2,3)).cast("B",(3,2)))
show(lambda: memoryview(b"abcdef")[::2].cast("B"))
