# Where a registered error handler says to go on: the end, a part further, before the start, beyond the text.
import codecs


def handler(position):
    def handle(error):
        print("   ", type(error).__name__, error.encoding, error.start, error.end, error.reason)
        return "?", position(error)

    return handle


POSITIONS = {
    "end": lambda e: e.end,
    "far": lambda e: 100,
    "farback": lambda e: -100,
    "next": lambda e: e.start + 2,
    "length": lambda e: len(e.object),
    "huge": lambda e: 2**70,
    "minus": lambda e: (e.end - len(e.object)) or len(e.object),
}
for name, position in POSITIONS.items():
    codecs.register_error(f"test.{name}", handler(position))

TEXTS = ["a\ud800b\udfffc", "\u20ac\u20ad\U0001f600x"]
BYTES = [b"ab\xffcd\xfe", b"\xf0\x9f\x98", b"\\u12x\\N{foo}\\xz1", b"+AB\x80-x", b"\x00\xd8a\x00b"]
CODECS = "ascii latin-1 utf-8 utf-16-le utf-32-le cp1252 utf-7 unicode-escape raw-unicode-escape idna".split()
for name in POSITIONS:
    for codec in CODECS:
        print(name, codec)
        for text in TEXTS:
            try:
                print("  ", text.encode(codec, f"test.{name}"))
            except Exception as error:
                print("  ", type(error).__name__, error)
        for data in BYTES:
            try:
                print("  ", ascii(data.decode(codec, f"test.{name}")))
            except Exception as error:
                print("  ", type(error).__name__, error)
