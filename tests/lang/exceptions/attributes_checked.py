# Attributes of exceptions that are checked when set: __traceback__, __cause__, __context__, args, and with_traceback, add_note.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
e = ValueError("v", 2)
for name, value in [("__traceback__", 3), ("__traceback__", None), ("__cause__", 3), ("__cause__", KeyError("c")), ("__cause__", None), ("__cause__", KeyError),
                    ("__context__", "x"), ("__context__", None), ("__suppress_context__", 3), ("__suppress_context__", False), ("args", 5), ("args", [1, 2]), ("args", "ab"), ("args", ())]:
    show(lambda: (name, setattr(e, name, value), getattr(e, name)))
for name in ("__traceback__", "__cause__", "__context__", "__suppress_context__", "args", "__notes__", "__dict__"):
    show(lambda: (name, delattr(e, name)))
show(lambda: e.with_traceback(3))
show(lambda: e.with_traceback(None) is e)
show(lambda: e.with_traceback())
show(lambda: e.add_note(3))
show(lambda: e.add_note("one"))
show(lambda: (e.add_note("two"), e.__notes__, e.__dict__))
e.__notes__ = "not a list"
show(lambda: e.add_note("three"))
e.__notes__ = ()
show(lambda: e.add_note("four"))
e.extra = 1
e.__dict__ = {"other": 2}
show(lambda: (e.other, hasattr(e, "extra"), hasattr(e, "__notes__")))
show(lambda: e.__setstate__({"x": 1, "y": 2}))
show(lambda: (e.x, e.y))
show(lambda: e.__setstate__(3))
show(lambda: e.__setstate__(None))
show(lambda: e.__reduce__())
for cls, args in [(Exception, ()), (Exception, (1,)), (KeyError, ("k",)), (KeyError, ("a", "b")), (OSError, ("no",)), (OSError, (100000, "no", "file")), (StopIteration, (5,)), (SystemExit, (3, 4)),
                  (ImportError, ("m",)), (UnicodeDecodeError, ("utf-8", b"\xff", 0, 1, "bad")), (SyntaxError, ("s", ("f", 1, 2, "text"))), (AttributeError, ("a",)), (NameError, ("n",))]:
    error = cls(*args)
    show(lambda: (cls.__name__, str(error), repr(error), error.args))
show(lambda: Exception(x=1))
show(lambda: KeyError(x=1))
show(lambda: ImportError("m", name="n", path="p", other=1))
show(lambda: (ImportError("m", name="n", path="p").name, ImportError("m").path))
show(lambda: AttributeError("a", name="n", obj=3).obj)
show(lambda: NameError("n", name="x").name)
show(lambda: NameError("n", obj="x"))
show(lambda: SystemExit().code)
show(lambda: SystemExit(1, 2).code)
show(lambda: StopIteration().value)
show(lambda: UnicodeEncodeError("utf-8", "x", 0))
show(lambda: UnicodeEncodeError("utf-8", b"x", 0, 1, "bad"))
show(lambda: UnicodeTranslateError("x", 0, 1, "why"))
