"""bytes % args and bytearray % args."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"%s %b %a %r" % (b"a", bytearray(b"b"), "\u00e9", b"c"))
show(lambda: b"%d %i %x %X %o %c" % (5, 6, 255, 255, 8, 65))
show(lambda: b"%5d|%-5d|%05d|%+d" % (1, 2, 3, 4))
show(lambda: b"%.2f %e %g" % (1.5, 1e10, 1e-5))
show(lambda: b"%10s|%-10s|%.1s" % (b"ab", b"cd", b"ef"))
show(lambda: b"%(a)s %(b)d" % {b"a": b"x", b"b": 5})
show(lambda: b"%(a)s" % {"a": b"x"})
show(lambda: b"%s" % memoryview(b"abc"))
show(lambda: b"%s" % 5)
show(lambda: b"%d" % b"x")
show(lambda: b"%f" % b"x")
show(lambda: b"%c" % b"x")
show(lambda: b"%c" % 300)
show(lambda: b"%c" % "x")
show(lambda: b"%q" % 1)
show(lambda: b"%s %s" % b"a")
show(lambda: b"%s" % (b"a", b"b"))
show(lambda: b"%" % ())
show(lambda: bytearray(b"%s!") % b"a")
show(lambda: b"%*d|%.*f" % (5, 1, 2, 1.555))
show(lambda: b"%%" % ())
show(lambda: b"%#x %#o" % (255, 8))
