# throw, close, send and next on a generator in every state: not started, suspended, in try/finally, running, finished.
def show(what, action):
    try:
        print(what, "->", action())
    except BaseException as error:
        print(what, "!", type(error).__name__, error)
def plain():
    got = yield 1
    print("  got", got)
    yield 2
    return "done"
def guarded():
    try:
        yield 1
    except ValueError as error:
        print("  caught", error)
        yield "after"
    finally:
        print("  finally")
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("  refuses to close")
            return "kept"
def very_stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
states = {"new": lambda g: g, "started": lambda g: (next(g), g)[1], "finished": lambda g: (list(g), g)[1], "closed": lambda g: (g.close(), g)[1]}
actions = {
    "next": lambda g: next(g), "send None": lambda g: g.send(None), "send 5": lambda g: g.send(5), "throw ValueError": lambda g: g.throw(ValueError("thrown")),
    "throw class": lambda g: g.throw(ValueError), "throw StopIteration": lambda g: g.throw(StopIteration("s")), "throw GeneratorExit": lambda g: g.throw(GeneratorExit()),
    "close": lambda g: g.close(), "state": lambda g: (g.gi_running, g.gi_suspended, g.gi_frame is None, g.gi_yieldfrom),
}
for maker in (plain, guarded):
    for state, prepare in states.items():
        for name, action in actions.items():
            g = prepare(maker())
            show(f"{maker.__name__} {state} {name}", lambda: action(g))
            g.close()
g = stubborn(); next(g)
show("stubborn close", g.close)
show("stubborn again", g.close)
g = very_stubborn(); next(g)
show("very stubborn close", g.close)
show("very stubborn next", lambda: next(g))
for arguments in ((), (3,), ("text",), (int,), (ValueError, "value"), (ValueError, ValueError("instance")), (ValueError("a"), "b"), (ValueError, None, 3), (None,), (KeyError, (1, 2))):
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        g = guarded(); next(g)
        show(f"throw{len(arguments)} {arguments and getattr(arguments[0], '__name__', type(arguments[0]).__name__)}", lambda: g.throw(*arguments))
        g.close()
def reentrant():
    show("next of itself", lambda: next(me))
    show("close of itself", lambda: me.close())
    show("throw into itself", lambda: me.throw(ValueError))
    yield me.gi_running
me = reentrant()
print(next(me), me.gi_running)
def raises_in_finally():
    try:
        yield 1
    finally:
        raise KeyError("finally")
g = raises_in_finally(); next(g)
show("close raising", g.close)
show("after", lambda: next(g, "default"))
