# What an exception keeps when its __init__ fails half-way, and what its own fields make of the arguments.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


for error, args in [
    (UnicodeEncodeError("ascii", "a\xe9", 1, 2, "why"), ("utf-8",)),
    (UnicodeDecodeError("ascii", b"a\xe9", 1, 2, "why"), ("utf-8", "no bytes", 0, 1, "r")),
    (UnicodeTranslateError("a\xe9", 1, 2, "why"), ()),
]:
    attempt("init", lambda: error.__init__(*args))
    print(error.args, error.object, error.start, error.end, error.reason, repr(str(error)))

empty = UnicodeDecodeError.__new__(UnicodeDecodeError)
print(empty.args, empty.encoding, empty.object, empty.start, empty.end, repr(str(empty)))
buffer = UnicodeDecodeError("x", bytearray(b"abc"), 0, 1, "why")
print(buffer.args, buffer.object)

# The third argument of a BlockingIOError is a count if it is a number, and then it stays in args.
for args in [(1, "m", 5), (1, "m", 5.5), (1, "m", "f"), (1, "m", 5, None, "g"), (1, "m", True), (1, "m", 2**70), (1, "m", 1j)]:
    attempt(f"BlockingIOError{args}", lambda: BlockingIOError(*args).args)
    attempt("  written", lambda: BlockingIOError(*args).characters_written)
    attempt("  filename", lambda: BlockingIOError(*args).filename)
    attempt("  OSError", lambda: (OSError(*args).args, OSError(*args).filename))


class Sub(BlockingIOError):
    pass


attempt("subclass", lambda: (Sub(1, "m", 5).args, Sub(1, "m", 5).filename))

# Keywords: their number is counted first, and the complaint names the builtin type.
class MyName(NameError):
    pass


for kind in (NameError, UnboundLocalError, AttributeError, ImportError, ModuleNotFoundError, MyName, KeyError, OSError):
    for keywords in ({"name": 1}, {"foo": 1}, {"name": 1, "obj": 2}, {"name": 1, "obj": 2, "path": 3}, dict.fromkeys("abcd")):
        attempt(f"{kind.__name__}(**{keywords})", lambda: sorted(vars(kind("m", **keywords))))
