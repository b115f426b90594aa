# How traceback prints notes, multi-line texts, odd __str__ and __repr__, groups with limits, and compact forms.
import traceback
def text(error, **kwargs):
    return "".join(traceback.format_exception(error, **kwargs))
class BadStr(Exception):
    def __str__(self):
        raise ValueError("no str")
class BadRepr(Exception):
    def __repr__(self):
        raise ValueError("no repr")
    def __str__(self):
        return ""
class Inner:
    class Nested(Exception):
        pass
def local():
    class Local(Exception):
        pass
    return Local("text")
Local = local()
for error in (ValueError(), ValueError(""), ValueError("one\ntwo"), ValueError(None), ValueError("a", 1), BadStr(), BadRepr(1), Inner.Nested("n"), Local, KeyError("key"), KeyError(), OSError(100000, "none", "f"),
              SystemExit("bye"), StopIteration(3), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")):
    print(traceback.format_exception_only(error))
e = ValueError("noted")
for note in ("simple", "two\nlines", "", "trailing\n", "\ud800 surrogate"):
    e.add_note(note)
print(ascii(text(e)))
for notes in ([1, None], "a string", b"bytes", 3, ["ok", BadStr], ("tuple",), {}):
    e.__notes__ = notes
    print(ascii(traceback.format_exception_only(e)))
group = ExceptionGroup("many", [ValueError(i) for i in range(20)])
print(text(group))
deep = ValueError("bottom")
for i in range(13):
    deep = ExceptionGroup(f"level {i}", [deep])
print(text(deep))
cause = KeyError("cause")
cause.add_note("note of the cause")
top = ExceptionGroup("top", [TypeError("t"), ValueError("v")])
top.__cause__ = cause
top.exceptions[0].add_note("note of t")
top.exceptions[1].__context__ = OSError("context of v")
print(text(top))
print(text(top, chain=False))
te = traceback.TracebackException.from_exception(top, max_group_width=1)
print("".join(te.format()))
print(te == traceback.TracebackException.from_exception(top), str(te), te.exc_type_str if hasattr(te, "exc_type_str") else te.exc_type.__name__)
print(list(traceback.TracebackException(ValueError, ValueError("x"), None, compact=True).format_exception_only()))
