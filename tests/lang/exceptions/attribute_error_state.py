# AttributeError pickles its name but not its object; ImportError what it was given; others their dict.
import copy
import pickle


class Mine(AttributeError):
    pass


errors = [
    AttributeError(),
    AttributeError("m"),
    AttributeError("m", name="n"),
    AttributeError("m", name=None),
    AttributeError("m", name="n", obj=object()),
    Mine("m", 2, name="n"),
    NameError("m", name="n"),
    ImportError("m", name="n", path="p"),
    ImportError("m"),
    StopIteration(5),
    SystemExit(3, 4),
    KeyError("k"),
    SyntaxError("m", ("f", 1, 2, "text")),
    OSError(500, "m", "f"),
    OSError(500, "m", "f", None, "g"),
    UnicodeEncodeError("ascii", "x\xe9", 1, 2, "why"),
    ExceptionGroup("g", [ValueError(1)]),
]
for error in errors:
    error.extra = [1]
    error.add_note("note")
    reduced = error.__reduce__()
    print(type(error).__name__, reduced[1:])
    again = copy.copy(error)
    print("  copy", type(again).__name__, again.args, again.__dict__, again.extra is error.extra)
    if getattr(error, "obj", None) is None and not isinstance(error, Mine):
        loaded = pickle.loads(pickle.dumps(error))
        print("  pickle", repr(loaded), loaded.__dict__, getattr(loaded, "name", "-"))
print(AttributeError("m", name="n").__getstate__(), BaseException("m").__getstate__(), NameError("m").__getstate__())
