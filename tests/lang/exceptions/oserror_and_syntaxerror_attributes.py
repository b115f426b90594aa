# Exceptions with attributes of their own: OSError's mapping of errno, SyntaxError, ImportError, StopIteration, UnicodeError, KeyError.
import copy
import errno
import pickle


def show(name, function):
    try:
        print(name, "=", function())
    except Exception as error:
        print(name, "->", type(error).__name__, error)


def name_of(code):
    return errno.errorcode.get(code, code)


def named(error, text):
    """The text with the name of the error's number, which differs between systems."""
    return text.replace(str(error.errno), str(name_of(error.errno)))


for args in [(), ("one",), (errno.ENOENT, "text"), (errno.ENOENT, "text", "file"), (errno.EEXIST, "t", "a", None, "b"), (errno.EACCES, "t", None), (errno.EPIPE, "t"), (99999, "unknown"), ("x", "y"), (errno.ENOENT, 5, 6), (1, 2, 3, 4, 5, 6), (None, None), (errno.EINTR, "t", b"bytes")]:
    show(f"OSError{args[1:]}", lambda: (lambda e: (type(e).__name__, name_of(e.errno), e.strerror, e.filename, e.filename2, e.args[1:], named(e, str(e)), named(e, repr(e))))(OSError(*args)))
for name in ("BlockingIOError", "ChildProcessError", "ConnectionRefusedError", "FileExistsError", "InterruptedError", "IsADirectoryError", "NotADirectoryError", "PermissionError", "ProcessLookupError", "TimeoutError"):
    cls = getattr(__builtins__, name, None) or __builtins__[name]
    print(name, cls.__base__.__name__, str(cls(9999, "m")), type(cls(errno.ENOENT, "m")).__name__)
code = errno.EAGAIN
blocking = BlockingIOError(code, "m", 7)
print(blocking.characters_written, blocking.filename, blocking.args[1:], BlockingIOError(code, "m", "name").filename)
show("characters_written", lambda: BlockingIOError(code, "m").characters_written)
show("OSError keyword", lambda: OSError(errno=2))


class Sub(OSError):
    pass


class SubInit(OSError):
    def __init__(self, only):
        super().__init__(errno.ENOENT, only)


class SubNew(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


print(type(Sub(errno.ENOENT, "m")).__name__, SubInit("path").errno == errno.ENOENT, SubInit("p").args[1:], type(SubNew(errno.ENOENT, "m")).__name__, IOError is OSError, EnvironmentError is OSError)
e = OSError(9999, "m", "f")
e.errno, e.filename = "changed", 5
print(str(e), e.args, copy.copy(e).errno, pickle.loads(pickle.dumps(OSError(9999, "m", "f", None, "g"))).filename2)
for args in [(), ("m",), ("m", ("f", 1, 2, "text")), ("m", ("f", 1, 2, "text", 3, 4)), ("m", ("f", 1, 2)), ("m", ()), ("m", "x"), ("m", 5), ("m", ("f", 1, 2, "text", 3)), ("m", None), (5, ("f", None, None, None)), ("m", ["f", 1, 2, "t"]), ("m", ("dir/f.py", 3, 1, "t")), (1, 2, 3)]:
    show(f"SyntaxError{args}", lambda: (lambda e: (e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line, str(e), repr(e)))(SyntaxError(*args)))
for args, kw in [((), {}), (("m",), {}), (("m", "n"), {}), (("m",), {"name": "n", "path": "p"}), (("m",), {"name_from": "f"}), (("m",), {"zz": 1}), ((5,), {"name": 5}), ((), {"name": "n"})]:
    show(f"ImportError{args}{kw}", lambda: (lambda e: (e.msg, e.name, e.path, e.args, str(e), repr(e)))(ImportError(*args, **kw)))
for args in [(), (1,), (1, 2), ((1, 2),), (None,)]:
    show(f"StopIteration{args}", lambda: (StopIteration(*args).value, StopIteration(*args).args, repr(StopIteration(*args))))
    show(f"SystemExit{args}", lambda: (SystemExit(*args).code, str(SystemExit(*args))))
    show(f"KeyError{args}", lambda: (str(KeyError(*args)), repr(KeyError(*args))))
    show(f"ValueError{args}", lambda: (str(ValueError(*args)), repr(ValueError(*args))))
show("NameError", lambda: (NameError("m", name="n").name, NameError("m").name, repr(NameError("m", name="n"))))
show("NameError keyword", lambda: NameError("m", obj=1))
show("AttributeError", lambda: (AttributeError("m", name="n", obj=5).obj, AttributeError().name))
show("ValueError keyword", lambda: ValueError(name=1))
show("KeyError quotes", lambda: (str(KeyError("a'b")), str(KeyError("")), str(KeyError(("t",))), str(LookupError("a'b"))))
u = UnicodeEncodeError("enc", "text", 1, 2, "why")
u.start, u.reason, u.object = 0, 7, "other"
show("UnicodeEncodeError changed", lambda: (str(u), u.start, u.args))
del u.object
show("UnicodeEncodeError deleted", lambda: u.object)
show("BaseException", lambda: (BaseException(1).with_traceback(None).args, BaseException.__new__(ValueError, 7).args, ValueError.__new__(ValueError, 1, a=2).args))
show("with_traceback", lambda: ValueError().with_traceback(5))
show("__setstate__", lambda: ValueError().__setstate__({"a": 1}))
show("__setstate__ 2", lambda: ValueError().__setstate__(5))
show("__reduce__", lambda: (ValueError(1).__reduce__(), ImportError("m", name="n").__reduce__()[2], OSError(9999, "m", "f").__reduce__()[1]))
