# The builtin exceptions: bases, arguments, str and repr. The number of an OSError depends on the system.
import errno

for e in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), OSError(errno.ENOENT, "No such file", "name"),
          StopIteration(5), SystemExit(3), UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad"), ImportError("m", name="n")):
    print(type(e).__name__, e.args[1:] if isinstance(e, OSError) else (repr(e), str(e), e.args))
print(ZeroDivisionError.__mro__)
print(issubclass(KeyError, LookupError), issubclass(KeyboardInterrupt, Exception), issubclass(ModuleNotFoundError, ImportError))
e = OSError(errno.ENOENT, "No such file", "name")
print(type(e).__name__, e.errno == errno.ENOENT, e.strerror, e.filename, FileNotFoundError is type(e))
print(type(OSError(errno.EACCES, "x")).__name__, type(OSError(errno.EEXIST, "x")).__name__, repr(OSError("only")))
s = StopIteration(5)
print(s.value, SystemExit("bye").code, AttributeError("m", name="n", obj=1).name)
for make in (lambda: raise_it(5), lambda: raise_it(int), lambda: raise_it(None), lambda: raise_it(ValueError)):
    def raise_it(x):
        raise x

    try:
        make()
    except BaseException as error:
        print(type(error).__name__, error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as error:
    print(error, "|", repr(error.__context__))
