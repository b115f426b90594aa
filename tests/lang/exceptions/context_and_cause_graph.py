# __context__, __cause__ and __suppress_context__ after every form of raise, in nested handlers, finally, generators and with.
def chain(error, depth=0):
    if error is None or depth > 6:
        return
    print("   " * depth, type(error).__name__, error, "suppressed" if error.__suppress_context__ else "")
    if error.__cause__ is not None:
        print("   " * depth, "cause:")
        chain(error.__cause__, depth + 1)
    if error.__context__ is not None:
        print("   " * depth, "context:")
        chain(error.__context__, depth + 1)
def case(function):
    print(function.__name__)
    try:
        function()
    except BaseException as error:
        chain(error, 1)
def plain_in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k")
def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
def from_other():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("k") from ValueError("v")
def from_class():
    raise KeyError from ValueError
def from_bad():
    raise KeyError from 3
def from_exploding_class():
    class E(Exception):
        def __init__(self):
            raise LookupError("in init")
    raise KeyError("x") from E
def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("second")
def same_again():
    try:
        raise KeyError("first")
    except KeyError as error:
        try:
            raise ValueError("second")
        except ValueError:
            raise error
def three_deep():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise ValueError(2)
    except ValueError:
        raise TypeError(3)
def after_handler():
    try:
        raise KeyError("done with")
    except KeyError:
        pass
    raise ValueError("fresh")
def through_generator():
    def g():
        try:
            yield 1
        except KeyError:
            raise ValueError("from generator")
    it = g()
    next(it)
    try:
        raise TypeError("outside")
    except TypeError:
        it.throw(KeyError("thrown"))
def in_exit():
    class M:
        def __enter__(self): pass
        def __exit__(self, *args):
            raise LookupError("exit")
    with M():
        raise KeyError("body")
def assigned():
    error = ValueError("v")
    error.__context__ = KeyError("given context")
    error.__cause__ = TypeError("given cause")
    raise error
def would_be_cycle():
    a, b = KeyError("a"), ValueError("b")
    try:
        try:
            raise a
        except KeyError:
            raise b
    except ValueError:
        raise a
def self_cause():
    error = KeyError("self")
    raise error from error
for function in [plain_in_handler, from_none, from_other, from_class, from_bad, from_exploding_class, in_finally, same_again, three_deep, after_handler,
                 through_generator, in_exit, assigned, would_be_cycle, self_cause]:
    case(function)
