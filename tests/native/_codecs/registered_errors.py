"""Handlers written in Python."""
import codecs


def pointing(error):
    return f"<{error.object[error.start:error.end]!a}>", error.end


codecs.register_error("pointing", pointing)
print("a\u20acb".encode("ascii", "pointing"))
print("a\u20ac\u20acb".encode("latin-1", "pointing"))
print(b"a\xffb".decode("utf-8", "pointing"))
codecs.register_error("bytes", lambda error: (b"\xff\xfe", error.end))
print("a\ud800b".encode("utf-8", "bytes"))
codecs.register_error("back", lambda error: ("?", -1))
print("a\u20acbcd".encode("ascii", "back"))
codecs.register_error("far", lambda error: ("?", 99))
codecs.register_error("bad", lambda error: 5)
for name in ["far", "bad", "absent"]:
    for attempt in (lambda: "a\u20ac".encode("ascii", name), lambda: b"\xff".decode("ascii", name)):
        try:
            print(attempt())
        except Exception as error:
            print(name, type(error).__name__, error)
try:
    codecs.register_error("x", 5)
except TypeError as error:
    print(error)
