# finally against return, break, continue and raise: which one wins, in loops, nested, with yields and in with statements.
def return_overrides():
    try:
        return "try"
    finally:
        return "finally"


def return_kept():
    x = "before"
    try:
        return x
    finally:
        x = "changed"


def mutable_kept():
    x = []
    try:
        return x
    finally:
        x.append("added")


def swallows():
    try:
        raise ValueError
    finally:
        return "swallowed"


def break_swallows():
    for i in range(3):
        try:
            raise ValueError
        finally:
            break
    return "after", i


def continue_swallows():
    seen = []
    for i in range(3):
        try:
            raise ValueError
        finally:
            seen.append(i)
            continue
    return seen


def break_over_return():
    for i in range(3):
        try:
            return "return"
        finally:
            break
    return "broken"


def continue_over_break():
    seen = []
    for i in range(3):
        try:
            break
        finally:
            seen.append(i)
            continue
    else:
        seen.append("else")
    return seen


def nested():
    log = []
    try:
        try:
            try:
                raise ValueError("inner")
            finally:
                log.append(1)
        except ValueError:
            log.append(2)
            raise KeyError("second")
        finally:
            log.append(3)
    except KeyError as error:
        log.append(repr(error.__context__))
    else:
        log.append("never")
    finally:
        log.append(4)
    return log


def raise_in_finally():
    try:
        return "lost"
    finally:
        raise KeyError("finally")


def loops():
    out = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        except Exception:
            pass
        else:
            out.append(f"else {i}")
        finally:
            out.append(f"finally {i}")
    else:
        out.append("loop else")
    return out


def while_else():
    n, out = 0, []
    while n < 3:
        n += 1
        try:
            if n == 2:
                continue
        finally:
            out.append(n)
    else:
        out.append("else")
    return out


def gen():
    try:
        yield 1
        return "returned"
    finally:
        yield "in finally"


def with_suppress():
    class S:
        def __init__(self, log, value):
            self.log, self.value = log, value

        def __enter__(self):
            return self

        def __exit__(self, *args):
            self.log.append(args[0] and args[0].__name__)
            return self.value

    log = []
    for i in range(3):
        with S(log, True):
            if i == 0:
                continue
            if i == 1:
                raise ValueError
            break
    with S(log, True) as s:
        return_value = 5
    with S(log, 0):
        pass
    with S(log, "truthy"), S(log, False):
        raise KeyError

    def inner():
        with S(log, True):
            return "from with"

    def inner2():
        with S(log, True):
            raise ValueError
        return "after with"

    return log, inner(), inner2(), log[-2:]


def else_raises():
    try:
        pass
    except ValueError:
        return "not here"
    else:
        raise ValueError("else")
    finally:
        pass


def except_order():
    class Meta(type):
        def __instancecheck__(cls, other):
            return True

        def __subclasscheck__(cls, other):
            return True

    class Fake(Exception, metaclass=Meta):
        pass

    try:
        raise ValueError
    except Fake:
        return "by __subclasscheck__"
    except ValueError:
        return "by type"


def dynamic():
    def which():
        log.append("evaluated")
        return KeyError

    log = []
    try:
        raise KeyError
    except ValueError:
        pass
    except which():
        return log
    except 1 / 0:
        pass


def bad_class(cls):
    try:
        raise ValueError
    except cls:
        pass


for function in (return_overrides, return_kept, mutable_kept, swallows, break_swallows, continue_swallows, break_over_return, continue_over_break, nested, raise_in_finally, loops, while_else, lambda: list(gen()), with_suppress, else_raises, except_order, dynamic, lambda: bad_class(5), lambda: bad_class("ValueError"), lambda: bad_class((KeyError, 5)), lambda: bad_class(((KeyError, (ValueError,)),)), lambda: bad_class([ValueError]), lambda: bad_class(int), lambda: bad_class(())):
    try:
        print(function.__name__, function())
    except Exception as error:
        print(function.__name__, type(error).__name__, error, repr(error.__context__))
