"""bytearray: addition and its kin."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: bytearray(b"a")+b"b")
show(lambda: bytearray(b"a")+"b")
show(lambda: bytearray(b"a")<b"b")
show(lambda: bytearray(b"a")<"a")
show(lambda: repr(bytearray(b"a'")))
show(lambda: repr(bytearray(b"a\"'")))
show(lambda: repr(bytearray(b"a\"")))
show(lambda: type(bytearray(b"a").partition(b"a")[1]))
show(lambda: bytearray(b"a") * 3)
show(lambda: 3 * bytearray(b"ab"))
show(lambda: bytearray(b"abc")[::-1])
show(lambda: bytearray(b"abc")[5:1:-1])
show(lambda: bytearray(b"ab") == b"ab")
show(lambda: bytearray(b"ab") < bytearray(b"b"))
show(lambda: bytearray(b"a") % ())
show(lambda: bytearray(b"%d-%s") % (5, b"x"))
