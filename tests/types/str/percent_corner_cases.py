# str % args: which arguments count as a mapping, %s of odd objects, %a, widths from arguments, huge widths.
class Map:
    def __getitem__(self, key):
        return f"<{key}>"


class Tuple(tuple):
    pass


class Text(str):
    def __str__(self):
        return "str of Text"


def show(template, args):
    try:
        print(ascii(template), "->", ascii(template % args))
    except Exception as error:
        print(ascii(template), "->", type(error).__name__, ascii(str(error)))


for template, args in [
    ("%(a)s %(b c)s %(()s)s %()s", Map()), ("%s", Tuple((1, 2))), ("%s %s", Tuple((1, 2))), ("plain", Map()), ("plain", Tuple()), ("plain", Tuple((1,))), ("plain", "text"), ("plain", b"bytes"), ("plain", [1]), ("plain", {1}), ("plain", {1: 2}), ("plain", range(3)), ("plain", memoryview(b"x")), ("plain", bytearray()), ("plain", None), ("%(a)s %s", {"a": 1}), ("%s", {"a": 1}), ("%s %s", {"a": 1}), ("%(a)*d", {"a": 1}), ("%(a)5s|%(a)-5d|%(a)05d", {"a": 7}), ("%(a)%", {"a": 7}), ("%(a)s", {}), ("%(a(b)c)s", {"a(b)c": 1}), ("%(a)s", [1]), ("%(a)s", "text"),
    ("%s", Text("x")), ("%r %a", (Text("é"), Text("é"))), ("%.3s|%5.2s|%-5s|%05s", ("abcdef", "abcdef", "ab", "c")), ("%5c|%-5c|%05c", ("a", "b", "c")), ("%5%|%-5%|%05%", ()), ("%ld %hd %Lf", (1, 2, 3)), ("%lld", 1), ("%#s %+s % s", ("a", "b", "c")), ("%+5d|%+-5d|%+05d|% 05d|%-05d|", (1, 2, 3, 4, 5)), ("%#o %#x %#X %#b", (0, 0, 0, 0)), ("%#.3x|%#8.3x|%#08x|%-#8x|", (10, 10, 10, 10)), ("%.0d|%.0f|%.0e|%.0g", (0, 0.5, 0.5, 0.5)), ("%*.*f|%-*.*f|", (8, 2, 3.14159, 8, 1, 2.71828)), ("%*d", (2**70, 1)), ("%.*f", (-1, 2.55)), ("%*d", ("5", 1)), ("%99999999999999999999d", 1), ("%.99999999999999999999f", 1.0), ("%.2147483648f", 1.0), ("%.200f", 1e-200), ("%s" * 5, tuple("abcde")), ("%é", 1), ("%\U0001F600", 1), ("%s %", "a"), ("%-", 1), ("%.", 1), ("%l", 1), ("%i", None), ("%d", "3"), ("%d", b"3"), ("%d", 3j), ("%f", 3j), ("%x", 3.0), ("%o", "x"), ("%c", None), ("%c", ""), ("%c", 0x110000), ("%c", "\U0001F600"), ("%c", 3.0), ("%f", "x"), ("%f", None), ("%d", 10**30), ("%x", -(10**30)), ("%d", 1e30), ("%d", -0.5), ("%f", 10**400), ("%d", float("inf")), ("%g", float("nan")), ("%5.1f|%05.1f|%+f", (float("inf"), float("-inf"), float("nan"))),
]:
    show(template, args)
