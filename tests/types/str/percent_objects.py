"""str % args: mappings, tuples, objects with their own conversions."""


class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return int(self.value)

    def __index__(self):
        return int(self.value)

    def __float__(self):
        return float(self.value)

    def __str__(self):
        return f"str<{self.value}>"

    def __repr__(self):
        return f"repr<{self.value}>"


class Mapping:
    def __getitem__(self, key):
        return key.upper()


n = Number(7.9)
print("%s %r %a %d %i %x %o %c %.2f %e" % ((n,) * 10))
print("%(key)s %(other)r %%" % Mapping(), "%(a)s%(b)05d" % {"a": 1, "b": -2})
print("%s" % ((1, 2),), "%s %s" % (1, (2,)), "%s" % [1, 2], "%s" % {"a": 1})
print("%10s|%-10s|%.3s|%10.2s|" % ("é\U0001f600", "abc", "abcdef", "xyz"))
print("%%d", "%c%c%c" % (65, "b", 0x1F600))
print("%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 1, 3.14159, 8, 2, 2.71828))
print("%#x %#o %#X %+d % d %05d %-5d|" % (255, 8, 255, 5, 5, -5, 5))
for args in (("%d", "x"), ("%x", 1.5), ("%c", "ab"), ("%(a)s", (1,)), ("%s",), ("%s %s", (1,)), ("%s", (1, 2)), ("%q", 1)):
    try:
        print(args[0] % (args[1] if len(args) > 1 else ()))
    except Exception as error:
        print(type(error).__name__, error)
text = "value %d"
text %= 5
print(text)
print("%s" % None, "%s-" % "a" * 3)
