"""str: the printf-like operator."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "%(x)d %(y)s" % {"x":5,"y":"z"})
show(lambda: "%(x)05.1f" % {"x":2.25})
show(lambda: "%s %r %a" % ("é","é","é"))
show(lambda: "%5s|%-5s|%.2s" % ("abc","abc","abc"))
show(lambda: "%x %o %X %#x %#o" % (255,8,255,255,8))
show(lambda: "%e %E %g %G" % (1234.5,1234.5,1e-7,1e-7))
show(lambda: "%10.3e|" % 1234.5678)
show(lambda: "%+.2f % .2f" % (1.005,1.005))
show(lambda: "%s" % (("a","b"),))
show(lambda: "%d%%" % 50)
show(lambda: "%c%c" % ("a",98))
show(lambda: "%d" % True)
show(lambda: "%i" % 3.99)
show(lambda: "%#.0f" % 3.0)
show(lambda: "%.0f" % 0.5)
show(lambda: "%.0f" % 1.5)
show(lambda: "%.0f" % 2.5)
show(lambda: "%020.10f" % 3.14159)
show(lambda: "%-020d|" % 5)
show(lambda: "%+-5d|" % 5)
show(lambda: "% +d" % 5)
show(lambda: "%.10d" % 123)
show(lambda: "%#.3x" % 5)
show(lambda: "%-10s|" % "\u00e9")
show(lambda: "%.5r" % "abcdefgh")
show(lambda: "%*.*f" % (8,2,3.14159))
show(lambda: "a".__rmod__("%s"))
show(lambda: "a".__rmod__(5))
