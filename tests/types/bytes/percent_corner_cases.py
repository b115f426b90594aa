# bytes % args: what %s, %b, %a, %r and %c take, the widths, mappings, and each refusal.
class Bytes:
    def __bytes__(self):
        return b"<bytes>"


class Wrong:
    def __bytes__(self):
        return "text"


def show(template, args):
    try:
        value = template % args
        print(template, repr(args) if not isinstance(args, (Bytes, Wrong)) else type(args).__name__, "->", repr(value))
    except Exception as error:
        print(template, "->", type(error).__name__, error)


for template, args in [
    (b"%s|%b", (b"a", bytearray(b"b"))), (b"%s", Bytes()), (b"%b", Wrong()), (b"%a|%r", ("é", "é")), (b"%s", "text"), (b"%b", 5), (b"%c%c%c", (65, b"B", bytearray(b"C"))), (b"%c", 256), (b"%c", -1), (b"%c", b"ab"), (b"%c", "a"), (b"%c", 1.5), (b"%d %i %u", (1, -2, 3)), (b"%x %X %#x %o %#o", (255, 255, 255, 8, 8)), (b"%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5)), (b"%.2f %e %g %G %5.1f", (1.255, 1e10, 1e-5, 1e20, 2.25)), (b"%(a)s %(b)d", {b"a": b"x", b"b": 2}), (b"%(a)s", {"a": b"x"}), (b"%(a)s", (1,)), (b"%s %s", (b"a",)), (b"%s", (b"a", b"b")), (b"%%", ()), (b"%", ()), (b"%z", 1), (b"%5s|%-5s|%.2s|%5.1s|", (b"ab", b"cd", b"efg", b"hij")), (b"%*d|%-*d", (5, 1, 5, 2)), (b"%.*f", (1, 2.55)), (b"%d", "1"), (b"%d", 1.5), (b"%x", 1.5), (b"%f", "1"), (b"%s", None), (b"%a", None), (b"%5a|", "\n"), (b"abc", ()), (b"abc", 1), (b"abc", {}), (b"%s", [b"a"]), (b"%(a", {}), (b"%(a)", {b"a": 1}), (b"%d", True), (b"%d", 2**70), (b"%20.10d|", 12345), (b"%s", ((b"t",),)),
]:
    show(template, args)
    if template in (b"%s|%b", b"%5s|%-5s|%.2s|%5.1s|"):
        show(bytearray(template), args)
template = bytearray(b"%d")
template %= 5
print(template, type(template).__name__)
print(b"%s" % memoryview(b"mv"), b"%s" % b"\x00\xff", (b"%s" * 3) % (b"a", b"b", b"c"), b"%(k)s%(k)a" % {b"k": b"v"})
try:
    1 % b"x"
except TypeError as error:
    print(error)
