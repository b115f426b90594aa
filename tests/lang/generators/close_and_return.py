# close(): what it returns and raises in every state, generators that ignore it, finally blocks, nested yields from.
def show(name, function):
    try:
        print(name, "=", function())
    except BaseException as error:
        print(name, "->", type(error).__name__, error)


def plain():
    yield 1
    return "never returned"


def catches():
    try:
        yield 1
    except GeneratorExit:
        return "returned"


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield "ignored"


def raises():
    try:
        yield 1
    except GeneratorExit:
        raise ValueError("in close")


def final():
    try:
        yield 1
    finally:
        print("  finally")


def final_yield():
    try:
        yield 1
    finally:
        yield 2


def final_return():
    try:
        yield 1
    finally:
        return "from finally"


def bare():
    while True:
        try:
            yield 1
        except:
            pass


def reraise():
    try:
        yield 1
    except GeneratorExit as error:
        print("  ", repr(error), error.args)
        raise


for make in (plain, catches, ignores, raises, final, final_yield, final_return, reraise):
    g = make()
    show(make.__name__ + " unstarted", g.close)
    show("  next", lambda: next(g))
    g = make()
    next(g)
    show(make.__name__, g.close)
    show("  again", g.close)
    show("  next", lambda: next(g, "ended"))
    g = make()
    list_error = None
    try:
        for _ in g:
            pass
    except BaseException as error:
        list_error = error
    show("  exhausted", g.close)


def outer(inner):
    try:
        result = yield from inner
        print("  inner gave", result)
    except GeneratorExit:
        print("  outer exit")
        raise
    finally:
        print("  outer finally")


for make in (plain, catches, ignores, raises, final):
    g = outer(make())
    next(g)
    show("outer " + make.__name__, g.close)


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


class WithClose(Iterator):
    def close(self):
        print("  iterator closed")


class BadClose(Iterator):
    @property
    def close(self):
        raise OSError("no close")


class RaisingClose(Iterator):
    def close(self):
        raise KeyError("while closing")


class NoneClose(Iterator):
    close = None


for iterator in (Iterator(), WithClose(), RaisingClose(), NoneClose()):
    g = outer(iterator)
    next(g)
    show("outer " + type(iterator).__name__, g.close)


def running():
    yield me.close()


me = running()
show("itself", lambda: next(me))
me = (next(me) for _ in [1])
show("itself by next", lambda: next(me))


def sends():
    yield me.send(None)


me = sends()
show("itself by send", lambda: next(me))
me = sends()
show("just started send", lambda: me.send(1))
show("frame of closed", lambda: (plain().gi_frame is None, me.gi_running, me.gi_frame is None))
