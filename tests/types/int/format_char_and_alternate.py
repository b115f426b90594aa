# Format of ints: c, alternate forms, grouping with zero padding, and ints as floats.
def show(value, *specs):
    print(value, [format(value, spec) for spec in specs])


show(65, "c", "5c", "<5c", "^5c", "*>5c", "05c")
show(0x1F600, "c", ">3c")
for bad in (-1, 0x110000, 2**70):
    try:
        format(bad, "c")
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
try:
    print(ascii(format(0xD800, "c")))
except ValueError as error:
    print(error)
show(255, "x", "X", "#x", "#X", "#o", "#b", "#d", "08x", "#08x", "#010b", "+#x", " #x", "x=+8", "^#10x", "*<#10x", "_=#10x")
show(-255, "x", "#x", "08x", "#08x", "=#10x", "0=10d", "+d", " d", "-d", "(>8", "(=8")
show(0, "#x", "#b", "+", " ", ",", "05", "c" if False else "d")
show(1234567, ",", "_", "012,", "013,", "014,", "0=15,", "020_", "^20,", "*^20,", "+,", " ,d", ",.0f", ",.2f", "015,.1f", "_.2e", ",g", ",%")
show(0xDEADBEEF, "_x", "_X", "#_x", "016_x", "017_x", "018_x", "#020_x", "_b", "_o", "040_b")
show(-1234, "08,", "09,", "010,", "06,", "07,", "x>10,", "010_d", "#010_x")
show(3, "f", ".0f", "e", "g", "%", ".1%", "5.1f", "n", "G")
show(10**25, "e", "g", ".3f", ",.0f", "n", ".30g")
show(True, "d", "", "5", "<5", "n", "e", "x", "c" if False else "b")
for value in (2**1024, -(2**1024)):
    try:
        format(value, "f")
    except OverflowError as error:
        print(error)
print("%c%c%c" % (65, "b", 0x1F40D), "%5c|%-5c|" % ("x", "y"), "%x %X %#x %#o %o" % (255, 255, 255, 8, 8))
print("%d %i %u %+d % d %05d %-5d| %.5d %+.3d %x" % (1, 2, 3, 4, 5, 6, 7, 8, 9, -10), "%#.5x %08.3d" % (255, 7))
for text, args in [("%c", (256**4,)), ("%c", "ab"), ("%c", 1.5), ("%d", 1.9), ("%d", "1"), ("%x", 1.9), ("%x", "a"), ("%i", 1j), ("%e", "1"), ("%d", float("nan")), ("%c", -1), ("%z", 1), ("%", 1), ("%5", 1), ("%(a)d", 5), ("%(a", {}), ("%d %d", 1), ("%d", (1, 2)), ("%*d", ("x", 1)), ("%.*f", (2, 3.14159)), ("%*d", (-5, 1)), ("%s", ()), ("", 1), ("", {}), ("", [1]), ("%%", 1), ("%y" , ())]:
    try:
        print(repr(text), args, repr(text % args))
    except Exception as error:
        print(repr(text), args, type(error).__name__, error)
