"""The handlers that CPython brings, called directly and through codecs."""
import codecs

enc = UnicodeEncodeError("ascii", "a\xe9\u20acz", 1, 3, "why")
dec = UnicodeDecodeError("ascii", b"a\xe9\xffz", 1, 3, "why")
tra = UnicodeTranslateError("a\xe9\u20acz", 1, 3, "why")
for name in ["ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape"]:
    handler = codecs.lookup_error(name)
    for error in (enc, dec, tra, ValueError("x"), 5):
        try:
            print(name, ascii(handler(error)))
        except UnicodeError as raised:
            print(name, "raised", raised is error)
        except TypeError as raised:
            print(name, raised)
try:
    codecs.lookup_error("strict")(enc)
except UnicodeEncodeError as error:
    print(error)
try:
    codecs.lookup_error("no such handler")
except LookupError as error:
    print(error)
print(codecs.strict_errors.__name__, codecs.ignore_errors.__doc__)
