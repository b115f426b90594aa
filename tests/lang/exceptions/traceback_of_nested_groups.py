# How traceback prints groups in groups: widths, notes, causes inside of groups, limits, and groups that recur.
import traceback


def raised(error):
    try:
        raise error
    except BaseException as caught:
        return caught


def nested(depth):
    error = ValueError(f"leaf {depth}")
    for level in range(depth):
        error = ExceptionGroup(f"level {level}", [error, TypeError(level)])
    return error


def show(error, **options):
    text = "".join(traceback.TracebackException.from_exception(error, **options).format())
    print(text)


show(nested(3))
show(nested(12), max_group_depth=3)
show(ExceptionGroup("wide", [ValueError(i) for i in range(20)]), max_group_width=2)
inner = KeyError("k")
inner.add_note("note one\nwith two lines")
inner.__cause__ = OSError("the cause")
group = ExceptionGroup("multi\nline", [inner, ExceptionGroup("second", [inner])])
group.add_note("of the group")
group.__context__ = LookupError("context")
show(group)
show(raised(BaseExceptionGroup("bases", [KeyboardInterrupt(), SystemExit(2)])))
print("".join(traceback.format_exception_only(group)))
print(*traceback.TracebackException.from_exception(group).format_exception_only(), sep="")


class Odd(ExceptionGroup):
    def __str__(self):
        return "odd text"


show(Odd("o", [Odd("p", [ValueError()])]))


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError


show(ExceptionGroup("u", [Unprintable()]))
