# except*: what is split off, what is raised again, raising within a handler, naked exceptions, and what is refused.
def show(group, depth=0):
    if isinstance(group, BaseExceptionGroup):
        return f"{type(group).__name__}({group.message!r}, [{', '.join(show(e) for e in group.exceptions)}])"
    return repr(group)


def run(name, function):
    try:
        print(name, "=", function())
    except BaseException as error:
        print(name, "->", show(error), "| cause", show(error.__cause__), "| context", show(error.__context__))


def one(exc):
    log = []
    try:
        raise exc
    except* ValueError as group:
        log.append(("V", show(group)))
    except* (TypeError, KeyError) as group:
        log.append(("TK", show(group)))
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


V, T, K, O = ValueError("v"), TypeError("t"), KeyError("k"), OSError("o")
run("naked", lambda: one(V))
run("naked other", lambda: one(K))
run("unhandled naked", lambda: one(O))
run("both", lambda: one(ExceptionGroup("g", [V, T, K])))
run("rest", lambda: one(ExceptionGroup("g", [V, O])))
run("nested", lambda: one(ExceptionGroup("g", [V, ExceptionGroup("h", [T, ExceptionGroup("i", [V, O])]), K])))
run("base", lambda: one(BaseExceptionGroup("b", [KeyboardInterrupt(), V])))


def raising(exc, what):
    try:
        raise exc
    except* ValueError as group:
        if what == "raise":
            raise
        if what == "new":
            raise RuntimeError("new")
        if what == "from":
            raise RuntimeError("new") from group
        if what == "group":
            raise group
        if what == "part":
            raise group.exceptions[0]
        if what == "return none":
            pass


for what in ("raise", "new", "from", "group", "part"):
    run(what, lambda: raising(ExceptionGroup("g", [V, O]), what))
    run(what + " alone", lambda: raising(ExceptionGroup("g", [ValueError("w")]), what))


def two_raise():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise KeyError("a")
    except* TypeError:
        raise KeyError("b")


run("two raise", two_raise)


def sequence():
    order = []
    try:
        raise ExceptionGroup("g", [ValueError(1), UnicodeError(2)])
    except* UnicodeError as g:
        order.append(show(g))
    except* ValueError as g:
        order.append(show(g))
    except* Exception as g:
        order.append("never")
    return order


run("order", sequence)


def catch_groups(cls):
    try:
        raise ExceptionGroup("g", [V])
    except* cls:
        pass


for cls in (ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup), 5, (ValueError, 5), [], None):
    run(f"except* {getattr(cls, '__name__', cls)}", lambda: catch_groups(cls))


def name_is_gone():
    try:
        raise V
    except* ValueError as g:
        pass
    return g


run("name", name_is_gone)


def in_loop():
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as g:
            if False:
                pass
        yield i


run("loop", lambda: list(in_loop()))
for text in ["try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "try: pass\nexcept*: pass", "def f():\n try: pass\n except* ValueError: return", "for x in y:\n try: pass\n except* ValueError: break", "for x in y:\n try: pass\n except* ValueError: continue", "for x in y:\n try: pass\n except* ValueError:\n  for z in w: break", "def f():\n try: pass\n except* V:\n  def g(): return 1", "try: pass\nexcept *V, K: pass", "try: pass\nexcept *(V): pass", "try: pass\nexcept* V as x.y: pass", "try: pass\nexcept V, K: pass", "try: pass\nexcept: pass\nexcept V: pass", "try: pass", "try:\n pass\nx = 1", "try: pass\nelse: pass", "except V: pass", "try: pass\nexcept V as (x): pass"]:
    try:
        compile(text, "f", "exec")
        print(repr(text), "fine")
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno)
