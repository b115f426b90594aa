# contextlib: ExitStack order and contexts, contextmanager misuse, suppress with groups, closing, nullcontext, redirect, ContextDecorator, chdir-free.
import contextlib, io, sys
log = []
@contextlib.contextmanager
def manager(name, swallow=False, fail=None):
    log.append(f"enter {name}")
    try:
        yield name
    except ValueError as error:
        log.append(f"{name} sees {error}")
        if not swallow: raise
    finally:
        log.append(f"leave {name}")
        if fail: raise fail
def show(action):
    log.clear()
    try:
        print(action(), log)
    except BaseException as error:
        chain = []
        while error is not None:
            chain.append(f"{type(error).__name__} {error}")
            error = error.__context__
        print("!", chain, log)
def stack(error=None, **kwargs):
    with contextlib.ExitStack() as s:
        a = s.enter_context(manager("a"))
        s.callback(lambda *args, **kw: log.append(f"callback {args} {kw}"), 1, k=2)
        b = s.enter_context(manager("b", **kwargs))
        s.push(lambda *exc: log.append(f"push {exc[0] and exc[0].__name__}"))
        if error: raise error
        return a + b
show(stack)
show(lambda: stack(ValueError("v")))
show(lambda: stack(ValueError("v"), swallow=True))
show(lambda: stack(fail=KeyError("k")))
show(lambda: stack(ValueError("v"), fail=KeyError("k")))
def pop_all():
    with contextlib.ExitStack() as s:
        s.enter_context(manager("moved"))
        kept = s.pop_all()
    log.append("outside")
    kept.close()
show(pop_all)
show(lambda: contextlib.ExitStack().enter_context(3))
show(lambda: contextlib.ExitStack().push(3))
@contextlib.contextmanager
def no_yield():
    if False: yield
@contextlib.contextmanager
def two_yields():
    yield 1
    yield 2
@contextlib.contextmanager
def swallows_and_yields():
    try: yield 1
    except ValueError: yield 2
def use(cm, error=None):
    with cm as value:
        if error: raise error
        return value
show(lambda: use(no_yield()))
show(lambda: use(two_yields()))
show(lambda: use(swallows_and_yields(), ValueError("v")))
show(lambda: use(manager("stop"), StopIteration("s")))
show(lambda: use(manager("rt"), RuntimeError("r")))
once = manager("once")
show(lambda: use(once))
show(lambda: use(once))
@manager("decorator")
def decorated(x): return x * 2
show(lambda: (decorated(2), decorated(3)))
show(lambda: use(contextlib.suppress(ValueError, KeyError), ValueError("gone")))
def group():
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
show(group)
def group_all():
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
    return "all suppressed"
show(group_all)
class Thing:
    def close(self): log.append("closed")
show(lambda: type(use(contextlib.closing(Thing()))).__name__)
show(lambda: use(contextlib.closing(3)))
show(lambda: use(contextlib.nullcontext("null")))
def redirected():
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        print("to out"); print("to err", file=sys.stderr)
    return out.getvalue(), err.getvalue()
show(redirected)
