# The module traceback: TracebackException, StackSummary, limits, chains, groups, custom frames, colno.
import io
import sys
import traceback


def deep(n):
    if n:
        return deep(n - 1)
    raise ValueError("bottom")


def caught(function, *args):
    try:
        function(*args)
    except BaseException as error:
        return error


error = caught(deep, 3)
for limit in (None, 1, 2, -1, -2, 0):
    print("limit", limit)
    print("".join(traceback.format_tb(error.__traceback__, limit)), end="")
print(traceback.format_exception_only(error))
print(traceback.format_exception_only(ValueError))
error = caught(deep, 10)
print("".join(traceback.format_exception(error)))


class Text:
    def __str__(self):
        raise RuntimeError("no text")


class Silent(Exception):
    def __str__(self):
        return ""


class Lines(Exception):
    def __str__(self):
        return "one\n  two\n"


class Outer:
    class Inner(Exception):
        pass


def local():
    class Local(Exception):
        __module__ = "elsewhere"

    return Local("here")


for each in (ValueError(Text()), Silent(), Silent(1), Lines(), Outer.Inner(3), local(), KeyError("k"), KeyboardInterrupt(), SystemExit(2), OSError(2, "gone", "file")):
    print(traceback.format_exception_only(each))
print(traceback.format_exception_only(SyntaxError("bad", ("f.py", 2, 5, "abc def\n", 2, 8))))
print(traceback.format_exception_only(SyntaxError("bad", ("f.py", 2, 5, None))))
print(traceback.format_exception_only(SyntaxError("bad", (None, 2, 50, "  x = (\n"))))
print(traceback.format_exception_only(SyntaxError()))
print(traceback.format_exception_only(IndentationError("ind", ("f.py", 1, 1, "\tx\n"))))

te = traceback.TracebackException.from_exception(caught(deep, 1), capture_locals=True)
print("".join(te.format()))
print(te.exc_type, str(te), te == traceback.TracebackException.from_exception(error), [f.name for f in te.stack], [f.lineno - f.lineno for f in te.stack])
for frame in te.stack:
    print(frame.name, frame.line, frame.locals, frame.colno, frame.end_colno, frame.end_lineno - frame.lineno)
summary = traceback.StackSummary.from_list([("f.py", 1, "one", "line one"), ("f.py", 2, "two", None)])
print(summary.format(), repr(summary[0]), list(summary[0]), summary[0] == ("f.py", 1, "one", "line one"))
stack = traceback.StackSummary.extract(iter([]))
print(stack.format())
print(traceback.extract_stack(limit=1)[0].name, len(traceback.extract_tb(error.__traceback__)))


def chain():
    try:
        try:
            deep(0)
        except ValueError as inner:
            raise KeyError("middle") from inner
    except KeyError:
        raise TypeError("outer")


error = caught(chain)
print("".join(traceback.format_exception(error, chain=False)))
print("".join(traceback.format_exception(error)))
error.__suppress_context__ = True
print("".join(traceback.format_exception(error)))
error.__cause__ = error
print("".join(traceback.format_exception(error)))
group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("inner", [TypeError(2), caught(deep, 1)]), OSError(3)])
group.add_note("note\nof two lines")
print("".join(traceback.format_exception(group)))
group = ExceptionGroup("wide", [ValueError(i) for i in range(20)])
print("".join(traceback.format_exception(group)))
print("".join(traceback.TracebackException.from_exception(group, max_group_width=2).format()))
nested = ValueError("leaf")
for i in range(12):
    nested = ExceptionGroup(f"level {i}", [nested])
print("".join(traceback.TracebackException.from_exception(nested, max_group_depth=3).format()))
out = io.StringIO()
traceback.print_exception(error, file=out, limit=1, chain=False)
print(out.getvalue())
out = io.StringIO()
try:
    deep(0)
except ValueError:
    traceback.print_exc(file=out)
    print(traceback.format_exc() == out.getvalue())
print(out.getvalue())
