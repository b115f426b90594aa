# Decoding bad bytes with every handler: what is read, positions, incomplete ends, handlers that move or replace the input.
import codecs
data = [b"abc", b"a\xffz", b"\xe2\x82", b"\xe2\x82\xac\xe2\x28", b"\xed\xa0\x80", b"\xf0\x9f\x90\x8d", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\x80", b"\x00\xd8\x00", b"\x00\xd8\x41\x00", b"+2AA-x", b"\\x4", b"\\u12", b"\\N{nope}", b"a\x81b"]
def show(action):
    try:
        print(ascii(action()))
    except UnicodeError as error:
        print(type(error).__name__, error.encoding, error.start, error.end, error.reason, error.object)
    except Exception as error:
        print(type(error).__name__, error)
for encoding in ("ascii", "utf-8", "utf-16-le", "cp1252", "utf-7", "unicode_escape"):
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        for item in data:
            show(lambda: (encoding, handler, item.decode(encoding, handler)))
calls = []
def moves(error):
    calls.append((error.start, error.end))
    return ("<?>", error.start + 1)
def replaces_object(error):
    error.object = b"new"
    return ("[", 0 if len(calls) < 99 else 1)
def text_only(error):
    return "x"
codecs.register_error("test.moves", moves)
codecs.register_error("test.object", replaces_object)
codecs.register_error("test.textonly", text_only)
codecs.register_error("test.bytesresult", lambda error: (b"x", error.end))
codecs.register_error("test.far", lambda error: ("x", 1000))
for encoding in ("ascii", "utf-8", "utf-16-le"):
    for handler in ("test.moves", "test.textonly", "test.bytesresult", "test.far"):
        show(lambda: (encoding, handler, b"\xff\xfe\xe2\x82x\xd8".decode(encoding, handler)))
show(lambda: b"\xffbcd".decode("ascii", "test.object"))
print(calls)
show(lambda: codecs.decode(b"\xff", "ascii", "strict"))
show(lambda: str(b"\xff", "ascii", "replace"))
show(lambda: str(b"abc", errors="strict"))
show(lambda: str(memoryview(b"abc"), "utf-8"))
show(lambda: str("abc", "utf-8"))
show(lambda: str(3, "utf-8"))
show(lambda: b"abc".decode("no-such-encoding"))
show(lambda: b"abc".decode("hex"))
show(lambda: b"abc".decode("utf\0"))
show(lambda: b"".decode("ascii", "no.such"))
show(lambda: bytearray(b"\xe9").decode("latin-1"))
