# Generators, coroutines and asynchronous ones that are used while they run, after they ended, or in the wrong way.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except BaseException as error:
        print(label, "=>", type(error).__name__, error)


def reentrant():
    for use in (lambda: next(me), lambda: me.send(1), lambda: me.throw(ValueError), lambda: me.close(), lambda: list(me)):
        try:
            use()
        except ValueError as error:
            yield str(error), me.gi_running, me.gi_suspended


me = reentrant()
print(list(me), me.gi_running, me.gi_suspended, me.gi_frame)


async def coroutine():
    for use in (lambda: mine.send(None), lambda: mine.throw(KeyError), lambda: mine.close(), lambda: mine.__await__().send(None)):
        attempt("in coroutine", use)
    return mine.cr_running, mine.cr_suspended, mine.cr_await


mine = coroutine()
attempt("run", lambda: mine.send(None))
attempt("again", lambda: mine.send(None))
attempt("thrown after its end", lambda: mine.throw(KeyError("k")))
attempt("closed", lambda: mine.close())


async def agen():
    step = own.__anext__()
    attempt("in agen", lambda: step.send(None))
    attempt("aclose", lambda: own.aclose().send(None))
    attempt("athrow", lambda: own.athrow(KeyError).send(None))
    yield own.ag_running


own = agen()
attempt("first", lambda: own.__anext__().send(None))


def fresh():
    yield 1


attempt("send to fresh", lambda: fresh().send(5))
attempt("throw into fresh", lambda: fresh().throw(KeyError("k")))
ended = fresh()
print(list(ended))
attempt("next after the end", lambda: next(ended))
attempt("send after the end", lambda: ended.send(1))
attempt("throw after the end", lambda: ended.throw(KeyError("late")))
attempt("close after the end", lambda: ended.close())
attempt("throw nothing", lambda: fresh().throw(5))
attempt("throw a class that refuses", lambda: fresh().throw(UnicodeDecodeError))
attempt("traceback wrong", lambda: fresh().throw(KeyError("k"), None, 5))
attempt("instance and value", lambda: fresh().throw(KeyError("k"), 5))


def stops():
    yield
    raise StopIteration("inside")


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def returns():
    try:
        yield 1
    except GeneratorExit:
        return 7


for function in (stops, ignores, returns):
    running = function()
    next(running)
    attempt(f"close {function.__name__}", running.close)
running = stops()
next(running)
try:
    next(running)
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))


async def never():
    pass


with_warning = never()
with_warning.close()
unused = never()
attempt("iterate a coroutine", lambda: list(unused))
unused.close()
attempt("await in a list", lambda: [x for x in agen()])
attempt("attributes", lambda: (fresh.__code__.co_flags & 0x20, setattr(ended, "__name__", 5)))
attempt("delete", lambda: delattr(ended, "__qualname__"))
