"""bin, oct, hex, chr, ord."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Index:
    def __index__(self):
        return 255
for function in (bin, oct, hex):
    print(function(10), function(-10), function(0), function(True), function(Index()), function(2**70))
    error(function, 1.5)
    error(function, "a")
print(chr(97), chr(0x1F600), chr(True), ord("a"), ord("\U0001F600"), ord(b"a"), ord(bytearray(b"z")), repr(chr(0xD800)))
for value in (-1, 0x110000, 2**40, "a", 1.5):
    error(chr, value)
for value in ("ab", "", b"", 5, None):
    error(ord, value)
