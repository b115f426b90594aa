# Streams that were never initialised, that cannot be pickled, and warnings without a module.
import copy
import io
import pickle
import warnings


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class Reader(io.BufferedReader):
    pass


streams = [io.BufferedReader(io.BytesIO(b"a")), Reader(io.BytesIO()), io.BufferedWriter(io.BytesIO()), io.BufferedRandom(io.BytesIO()), io.TextIOWrapper(io.BytesIO())]
for stream in streams:
    name = type(stream).__name__
    for protocol in (0, 2, 4):
        attempt(f"pickle {name} {protocol}", lambda: pickle.dumps(stream, protocol))
    attempt(f"copy {name}", lambda: copy.copy(stream))
    attempt(f"reduce {name}", stream.__reduce__)
    attempt(f"reduce_ex {name}", lambda: stream.__reduce_ex__(2))
for kind in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedRWPair, io.TextIOWrapper):
    attempt(f"no arguments {kind.__name__}", kind)
    raw = kind.__new__(kind)
    for method in ("read", "readable", "flush", "write"):
        if hasattr(kind, method):
            attempt(f"{kind.__name__}.{method}", lambda: getattr(raw, method)(*([b"x"] if method == "write" and kind is not io.TextIOWrapper else ["x"] if method == "write" else [])))
attempt("size 0", lambda: io.BufferedReader(io.BytesIO(), 0))
attempt("size None", lambda: io.BufferedReader(io.BytesIO(), None))
attempt("sizes", lambda: io.BufferedReader(io.BytesIO()).__sizeof__() - io.BufferedReader(io.BytesIO(), 192).__sizeof__())
attempt("pair of one", lambda: io.BufferedRWPair(io.BytesIO()))
attempt("not told", lambda: io.BufferedReader(io.BytesIO())._dealloc_warn("the source"))
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("warned", category.__name__, message)
attempt("no module", lambda: warnings.warn_explicit("told", UserWarning, "f.py", 3))
attempt("module None", lambda: warnings.warn_explicit("silent", UserWarning, "f.py", 3, None))
attempt("module None, registry wrong", lambda: warnings.warn_explicit("silent", UserWarning, "f.py", 3, None, 5))
attempt("registry wrong", lambda: warnings.warn_explicit("told", UserWarning, "f.py", 3, "m", 5))
