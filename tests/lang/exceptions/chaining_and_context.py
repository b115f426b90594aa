# __context__, __cause__, __suppress_context__: set by raise in handlers, finally, with, generators; cycles; wrong values.
import traceback


def links(error):
    out, seen = [], set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        mark = "cause" if error.__cause__ is not None else "context" if error.__context__ is not None else ""
        out.append(f"{error!r}{'!' if error.__suppress_context__ else ''} {mark}".strip())
        error = error.__cause__ or error.__context__
    return " > ".join(out) + (" > cycle" if error is not None else "")


def run(name, function):
    try:
        print(name, "=", function())
    except BaseException as error:
        print(name, "->", links(error))


def handler():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2)


def in_finally():
    try:
        raise ValueError(1)
    finally:
        raise KeyError(2)


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        raise KeyError(1)


def nested():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError:
        try:
            raise IndexError(3)
        except IndexError:
            raise TypeError(4)


def after_handled():
    try:
        raise ValueError(1)
    except ValueError:
        pass
    raise KeyError(2)


def in_called_function():
    def called():
        raise KeyError(2)

    try:
        raise ValueError(1)
    except ValueError:
        called()


def same_again():
    error = ValueError(1)
    try:
        raise error
    except ValueError:
        raise error


def cycle():
    a, b = ValueError("a"), KeyError("b")
    try:
        raise a
    except ValueError:
        try:
            raise b
        except KeyError:
            raise a


def long_cycle():
    a, b, c = ValueError("a"), KeyError("b"), TypeError("c")
    a.__context__ = b
    b.__context__ = c
    try:
        raise c
    except TypeError:
        raise a


def from_none():
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2) from None


def from_itself():
    error = ValueError(1)
    raise error from error


def from_class():
    raise ValueError(1) from KeyError


def from_wrong():
    raise ValueError(1) from 5


def from_failing_class():
    raise ValueError(1) from type("Bad", (Exception,), {"__init__": lambda self: 1 / 0})


def class_with_new():
    raise type("Odd", (Exception,), {"__new__": lambda cls: 5})


def with_exit():
    class M:
        def __enter__(self): ...
        def __exit__(self, *args):
            raise KeyError("exit")

    with M():
        raise ValueError("body")


def generator():
    def gen():
        try:
            yield
        finally:
            raise KeyError("in finally")

    g = gen()
    next(g)
    g.throw(ValueError("thrown"))


def generator_in_handler():
    def gen():
        yield 1
        raise KeyError("from generator")

    g = gen()
    try:
        raise ValueError("outer")
    except ValueError:
        next(g)
        next(g)


def comprehension():
    try:
        raise ValueError(1)
    except ValueError:
        return [1 // x for x in [0]]


def builtin_error():
    try:
        {}["k"]
    except KeyError:
        int("x")


def deleted_context():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = None
        other = KeyError(2)
        other.__cause__ = error
        raise other


for function in (handler, in_finally, in_else, nested, after_handled, in_called_function, same_again, cycle, long_cycle, from_none, from_itself, from_class, from_wrong, from_failing_class, class_with_new, with_exit, generator, generator_in_handler, comprehension, builtin_error, deleted_context):
    run(function.__name__, function)
error = ValueError()
for name, value in [("__cause__", 5), ("__context__", 5), ("__cause__", KeyError), ("__traceback__", 5), ("__suppress_context__", 5), ("__suppress_context__", True), ("__cause__", None), ("args", 5), ("args", [1, 2]), ("__dict__", 5)]:
    try:
        setattr(error, name, value)
        print(name, "set", getattr(error, name), error.__suppress_context__)
    except TypeError as problem:
        print(name, problem)
for name in ("__cause__", "__context__", "__traceback__", "__suppress_context__", "args"):
    try:
        delattr(error, name)
        print("deleted", name)
    except TypeError as problem:
        print(name, problem)
for text in ("raise", "raise 5", "raise int", "raise None", "raise ValueError, 1", "raise ValueError from", "raise ValueError() from 'x'", "raise [ValueError]", "raise 'text'", "raise ...", "raise object()"):
    try:
        exec(text)
    except BaseException as problem:
        print(text, type(problem).__name__, str(problem).split("(<")[0])
try:
    cycle()
except ValueError as problem:
    print("".join(traceback.format_exception(problem)))
