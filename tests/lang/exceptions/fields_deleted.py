# Fields of exceptions that are deleted are None again, and the text of the exception does without them.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


errors = {
    "OSError": (lambda: OSError(500, "m", "f", None, "g"), ["filename2", "filename", "strerror", "errno"]),
    "SyntaxError": (lambda: SyntaxError("m", ("f", 1, 2, "text", 1, 4)), ["lineno", "filename", "msg", "text", "print_file_and_line"]),
    "ImportError": (lambda: ImportError("m", name="n", path="p"), ["name", "path", "msg"]),
    "AttributeError": (lambda: AttributeError("m", name="n", obj=1), ["name", "obj"]),
    "UnicodeEncodeError": (lambda: UnicodeEncodeError("ascii", "a\xe9", 1, 2, "why"), ["reason", "encoding", "object", "start"]),
    "StopIteration": (lambda: StopIteration(5), ["value"]),
    "SystemExit": (lambda: SystemExit(5), ["code"]),
    "ExceptionGroup": (lambda: ExceptionGroup("g", [ValueError()]), ["message", "exceptions"]),
    "BlockingIOError": (lambda: BlockingIOError(500, "m", 7), ["characters_written"]),
}
for name, (make, fields) in errors.items():
    error = make()
    for field in fields:
        attempt(f"del {name}.{field}", lambda: delattr(error, field))
        attempt("  reads", lambda: getattr(error, field))
        attempt("  text", lambda: str(error))
        attempt("  again", lambda: delattr(error, field))
    attempt("args", lambda: (error.args, error.__reduce__()[1:]))
    for field in fields:
        if field != "object":  # which the text could not measure
            attempt(f"set {name}.{field}", lambda: setattr(error, field, None))
    attempt("  text", lambda: str(error))
