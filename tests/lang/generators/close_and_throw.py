# close() and throw(): what they return, when they run code, nested delegation, generators that ignore them.
import sys


def log(*items):
    print("   ", *items)


def plain():
    try:
        while True:
            got = yield "value"
            log("got", got)
    except ValueError as error:
        log("caught", error)
        yield "after"
    finally:
        log("finally")


def attempt(label, function, *args):
    try:
        print(" ", label, "->", function(*args))
    except BaseException as error:
        print(" ", label, "->", type(error).__name__, error, "| cause", repr(error.__cause__), "| context", repr(error.__context__))


g = plain()
attempt("send non-None first", g.send, 1)
attempt("throw before start", g.throw, ValueError("early"))
attempt("next after", next, g, "default")
attempt("close", g.close)
g = plain()
next(g)
attempt("throw", g.throw, ValueError("x"))
attempt("close", g.close)
attempt("throw after close", g.throw, KeyError("late"))
for arguments in ((ValueError,), (ValueError, "text"), (ValueError, ("a", 1)), (ValueError, ValueError("inst")), (ValueError("v"), None)):
    g = plain()
    next(g)
    attempt(f"throw {arguments!r}", g.throw, *arguments)
for arguments in ((), (1,), ("str",), (int,), (ValueError("v"), "text"), (ValueError, None, 5), (ValueError, 1, None, 2)):
    g = plain()
    next(g)
    attempt(f"throw {arguments!r}", g.throw, *arguments)


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            log("ignored")
            yield 2
            return


g = stubborn()
next(g)
attempt("close of stubborn", g.close)
attempt("then", next, g, "end")


def returns():
    try:
        yield
    except GeneratorExit:
        return "result"


g = returns()
next(g)
attempt("close of returning", g.close)


def raises():
    try:
        yield
    finally:
        raise KeyError("in finally")


g = raises()
next(g)
attempt("close of raising", g.close)


def outer():
    try:
        result = yield from inner()
        log("inner gave", result)
        yield "between"
        yield from Iterator()
    except BaseException as error:
        log("outer sees", type(error).__name__, error)
        raise


def inner():
    try:
        yield 1
        yield 2
    except KeyError as error:
        log("inner caught", error)
        return "handled"
    finally:
        log("inner finally")


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return "from class"


class Throwing(Iterator):
    def throw(self, *args):
        log("throw of class", args)
        return "thrown"

    def close(self):
        log("close of class")


g = outer()
attempt("next", next, g)
attempt("throw KeyError", g.throw, KeyError("k"))
attempt("next", next, g)
attempt("send to iterator without send", g.send, 5)
g = outer()
next(g)
attempt("close delegating", g.close)


def through():
    log((yield from Throwing()))


g = through()
next(g)
attempt("throw to class", g.throw, ValueError("v"))
attempt("close to class", g.close)


def itself():
    yield me.gi_running
    try:
        next(me)
    except ValueError as error:
        yield error
    try:
        me.close()
    except ValueError as error:
        yield error
    try:
        me.throw(KeyError)
    except ValueError as error:
        yield error


me = itself()
print([str(each) for each in me], me.gi_running, me.gi_frame)


def stops():
    yield 1
    raise StopIteration("inside")


g = stops()
next(g)
attempt("StopIteration inside", next, g)
print(sys.exc_info())
