"""memoryview: attributes and small methods."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: memoryview(b"abcdef")[::2].strides)
show(lambda: memoryview(b"abcdef")[::-2].shape)
show(lambda: memoryview(b"abc").format)
show(lambda: memoryview(b"abc").itemsize)
show(lambda: memoryview(b"abc").ndim)
show(lambda: memoryview(b"abc").shape)
show(lambda: memoryview(b"abc").strides)
show(lambda: memoryview(b"abc").suboffsets)
show(lambda: memoryview(b"abc").readonly)
show(lambda: memoryview(bytearray(b"abc")).readonly)
show(lambda: memoryview(b"abc").nbytes)
show(lambda: memoryview(b"abc").contiguous)
show(lambda: memoryview(b"abc").c_contiguous)
show(lambda: memoryview(b"abc").f_contiguous)
show(lambda: memoryview(b"abcd")[::2].contiguous)
show(lambda: memoryview(b"abcdef").cast("B",(2,3)).shape)
show(lambda: memoryview(b"abcdef").cast("B",(2,3)).strides)
show(lambda: memoryview(b"a").cast("B",()).shape)
show(lambda: memoryview(bytearray(b"abc")).toreadonly().readonly)
show(lambda: memoryview(b"abc").__bool__)
show(lambda: memoryview(b"abcdef").cast("H",[3,1]).nbytes)
show(lambda: memoryview(b"abcdef").cast("H",[3,1]).f_contiguous)
show(lambda: memoryview(b"abcdef").cast(format="H").itemsize)
show(lambda: len(memoryview(b"abc")))
show(lambda: len(memoryview(b"a").cast("B",())))
