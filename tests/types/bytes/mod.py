"""bytes: the printf-like operator."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"%s"%b"a")
show(lambda: b"%s"%"a")
show(lambda: b"%b"%5)
show(lambda: b"%a"%"\u0101")
show(lambda: b"%r"%"x")
show(lambda: b"%d"%5)
show(lambda: b"%d"%"a")
show(lambda: b"%c"%256)
show(lambda: b"%c"%b"ab")
show(lambda: b"%c"%5)
show(lambda: b"%x"%255)
show(lambda: b"%z"%1)
show(lambda: b"%"%())
show(lambda: b"%d"%(1,2))
show(lambda: b"%(a)s"%{b"a":b"x"})
show(lambda: b"%(a)s"%5)
show(lambda: b"%5.2f|%-5d|%+d"%(1.5,3,4))
show(lambda: b"%s %s"%(b"a",))
show(lambda: b"%5%" % 1)
show(lambda: b"%5%" % ())
