# The older ways: % formatting and str.format.
print("%s %r %d %5d|%-5d|%05d %x %o %c %%" % ("s", "r", 42, 42, 42, 42, 255, 8, "c"))
print("%.2f %e %g %10.3f|%+d % d %#x" % (3.14159, 12345.678, 0.0001, 2.5, 5, 5, 255))
print("%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%s" % [1], "%s" % (1,), "%*d|%.*f" % (5, 42, 2, 3.14159))
print("{} {} {0}".format if False else "{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{x} {y!r:>5}".format(x=1, y="z"))
print("{0[1]} {0.real} {a[k]} {b.__class__.__name__}".format if False else "{0[1]} {a[k]}".format([1, 2], a={"k": "v"}))
print("{:>{w}} {:{}}".format("a", 1, 4, w=3) if False else "{:>{w}}|{:<{}}|".format("a", "b", 4, w=3))
print("{:,} {:.3} {:>8.2f} {!s:^5}".format(1234567, "abcdef", 3.14159, None), "{{}}".format())
for action in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%(a)s" % 1, lambda: "%q" % 1,
               lambda: "{} {0}".format(1), lambda: "{1}".format(1), lambda: "{x}".format(), lambda: "{".format(), lambda: "%" % ()):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, KeyError) as error:
        print(type(error).__name__, error)
print(b"%s %d %a" % (b"x", 1, "é"), "%s" % b"x", "%r" % "it's")
print("abc".format_map({}), "{a}".format_map({"a": 1}), "%i %u" % (3.9, 4))
