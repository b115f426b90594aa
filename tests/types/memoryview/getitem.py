"""memoryview: items and slices."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: memoryview(b"abc")[0])
show(lambda: memoryview(object=b"abc")[1])
show(lambda: memoryview(b"abc")[5])
show(lambda: memoryview(b"abc")["a"])
show(lambda: memoryview(b"abc")[1.5])
show(lambda: memoryview(b"abc")[2**70])
show(lambda: memoryview(b"abc")[0,0])
show(lambda: memoryview(b"abc")[0,])
show(lambda: memoryview(b"abc")[()])
show(lambda: memoryview(b"abc")[0:1,0:1])
show(lambda: memoryview(b"abcd").cast("h")[0])
show(lambda: memoryview(b"abcd").cast("@H")[0])
show(lambda: memoryview(b"abcd").cast("<H")[0])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[1,2])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[1])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[2,0])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[0,5])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[0,-1])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[0,0,0])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[0:1,0:1])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[0,"a"])
show(lambda: memoryview(b"abcdef").cast("B",(2,3))[0,0:1])
show(lambda: memoryview(b"a").cast("B",())[()])
show(lambda: memoryview(b"a").cast("B",())[0])
