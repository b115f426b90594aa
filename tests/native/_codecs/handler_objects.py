"""The builtin error handlers want an exception whose object is of the right kind, whatever was put there since."""
import codecs

encode = UnicodeEncodeError("ascii", "a\u3042b", 1, 2, "ouch")
decode = UnicodeDecodeError("ascii", bytearray(b"a\xffb"), 1, 2, "ouch")
translate = UnicodeTranslateError("a\u3042b", 1, 2, "ouch")
NAMES = ["ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogatepass", "surrogateescape"]


def attempts(error):
    for name in NAMES:
        try:
            print("  ", name, *map(ascii, codecs.lookup_error(name)(error)))
        except Exception as problem:
            print("  ", name, type(problem).__name__, ascii(str(problem)))


for error in (encode, decode, translate):
    print(type(error).__name__)
    attempts(error)
    for wrong in ([], b"bytes" if error is not decode else "text"):
        error.object = wrong
        print(" ", ascii(wrong))
        attempts(error)
for other in (42, UnicodeError("ouch")):
    print(ascii(other))
    attempts(other)
