# traceback and warnings: formatting, walking, capturing, filters.
import io
import sys
import traceback
import warnings


def inner(n):
    if n == 0:
        return {}["missing"]
    return inner(n - 1)


def outer():
    try:
        inner(2)
    except KeyError as error:
        raise ValueError("wrapped") from error


try:
    outer()
except ValueError as error:
    caught = error
    print(traceback.format_exc())
    print(traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.name, frame.lineno, frame.line, frame.end_lineno, frame.colno, frame.end_colno)
    print("".join(traceback.format_tb(error.__traceback__, limit=1)), [f.name for f in traceback.extract_tb(error.__cause__.__traceback__, limit=-2)])
    te = traceback.TracebackException.from_exception(error, capture_locals=True)
    print(te.exc_type, te.stack[-1].locals, sorted(te.stack[0].locals)[:3], te.__cause__.stack[-1].locals)
    traceback.print_exc(limit=1, file=sys.stdout, chain=False)
out = io.StringIO()
traceback.print_exception(caught, file=out)
print(out.getvalue().count("inner(n - 1)"), "direct cause" in out.getvalue())


def here():
    return traceback.extract_stack()[-2:], traceback.format_stack(limit=1)


stack, text = here()
print([(f.name, f.line) for f in stack], text, list(traceback.walk_tb(caught.__traceback__))[0][1])
try:
    try:
        raise ExceptionGroup("many", [ValueError("a"), ExceptionGroup("deep", [TypeError("b")])])
    except* TypeError as group:
        print(repr(group))
        raise
except ExceptionGroup as error:
    error.add_note("a note\nof two lines")
    print("".join(traceback.format_exception(error)))
try:
    compile("x = (1,\ny = 2", "made.py", "exec")
except SyntaxError as error:
    print("".join(traceback.format_exception_only(error)), error.lineno, error.offset, error.msg)


def recurse():
    recurse()


try:
    recurse()
except RecursionError as error:
    lines = traceback.format_exception(error)
    print(len(lines) < 20, any("Previous line repeated" in line for line in lines), lines[-1])


def noisy():
    warnings.warn("old", DeprecationWarning, stacklevel=2)
    warnings.warn("careful")


with warnings.catch_warnings(record=True) as caught_warnings:
    warnings.simplefilter("always")
    noisy()
    print([(w.category.__name__, str(w.message), w.lineno) for w in caught_warnings])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        noisy()
    except DeprecationWarning as error:
        print("raised", error)
with warnings.catch_warnings(record=True) as seen:
    warnings.filterwarnings("ignore", message="care.*")
    warnings.filterwarnings("once", category=DeprecationWarning)
    for _ in range(3):
        noisy()
    print(len(seen), warnings.filters[0][0])
    warnings.resetwarnings()
    warnings.warn_explicit("explicit", UserWarning, "file.py", 7, module="mod")
    print(seen[-1])
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "line()"), end="")
for action in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("loud"), lambda: warnings.warn(), lambda: warnings.filterwarnings("error", lineno=-1)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
