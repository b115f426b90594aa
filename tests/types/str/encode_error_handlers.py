# Every error handler for every codec, with what is written, positions in the errors, and handlers of ones own that resume elsewhere.
import codecs
texts = ["a\xe9z\u20ac\u20ac", "\U0001f40d", "\ud800x\udfff"]
def show(action):
    try:
        print(action())
    except UnicodeError as error:
        print(type(error).__name__, error.encoding, error.start, error.end, error.reason)
    except Exception as error:
        print(type(error).__name__, error)
for encoding in ("ascii", "latin-1", "cp1252", "utf-8", "utf-16-le", "utf-32-be", "utf-7", "koi8-r", "unicode_escape", "raw_unicode_escape"):
    for handler in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"):
        for text in texts:
            show(lambda: (encoding, handler, text.encode(encoding, handler)))
seen = []
def resuming(error):
    seen.append((error.start, error.end, ascii(error.object)))
    return ("<" + "".join(f"{ord(c):x}" for c in error.object[error.start:error.end]) + ">", error.end)
def back(error):
    return ("?", -1) if error.start < len(error.object) - 1 else ("!", error.end)
def gives_bytes(error):
    return (b"\x00\xff", error.end)
codecs.register_error("test.resuming", resuming)
codecs.register_error("test.back", back)
codecs.register_error("test.bytes", gives_bytes)
for name, bad in (("test.text", lambda e: "x"), ("test.short", lambda e: ("x",)), ("test.number", lambda e: (3, e.end)), ("test.position", lambda e: ("x", "y")), ("test.beyond", lambda e: ("x", 99)), ("test.before", lambda e: ("x", -99)), ("test.unencodable", lambda e: ("\u3000", e.end)), ("test.raises", lambda e: 1 / 0)):
    codecs.register_error(name, bad)
for encoding in ("ascii", "latin-1", "cp1252", "utf-8", "utf-16"):
    for handler in ("test.resuming", "test.back", "test.bytes", "test.text", "test.short", "test.number", "test.position", "test.beyond", "test.before", "test.unencodable", "test.raises", "no.such.handler"):
        show(lambda: (encoding, handler, "a\ud800\u20acb\udfff".encode(encoding, handler)))
print(seen)
