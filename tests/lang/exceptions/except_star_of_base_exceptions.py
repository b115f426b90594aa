# except* and exceptions that are no Exception: what is wrapped, what is raised together, what contexts they get.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except BaseException as error:
        print(label, "=>", repr(error), repr(error.__context__), getattr(error, "__notes__", ""))


def naked(error, kind):
    try:
        raise error
    except* kind as group:
        return type(group).__name__, group.message, group.exceptions, group.__traceback__ is not None


for error in (KeyboardInterrupt("k"), SystemExit(3), GeneratorExit(), ValueError("v")):
    for kind in (BaseException, Exception, (ValueError, SystemExit)):
        attempt(f"{type(error).__name__} {getattr(kind, '__name__', 'tuple')}", lambda: naked(error, kind))


def several(group, *raised):
    errors = list(raised)
    try:
        raise group
    except* ValueError:
        raise errors.pop(0)
    except* KeyboardInterrupt:
        raise errors.pop(0)
    except* SystemExit as rest:
        raise


mixed = BaseExceptionGroup("m", [ValueError(1), KeyboardInterrupt(), SystemExit(2), OSError(3)])
attempt("mixed", lambda: several(mixed, TypeError("t"), GeneratorExit("g")))
attempt("exceptions only", lambda: several(mixed, TypeError("t"), LookupError("l")))
attempt("values", lambda: several(ExceptionGroup("e", [ValueError(1)]), KeyboardInterrupt("new")))


def in_generator():
    try:
        yield 1
    except* GeneratorExit as group:
        print("closed", repr(group))


running = in_generator()
next(running)
running.close()
running = in_generator()
next(running)
attempt("thrown", lambda: running.throw(KeyboardInterrupt))
