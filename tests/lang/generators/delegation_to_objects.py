# yield from over iterators of all kinds: which of send, throw and close are passed on, looked up where, and what their errors do.
log = []
class Full:
    def __init__(self, items): self.items = iter(items)
    def __iter__(self): log.append("iter"); return self
    def __next__(self): log.append("next"); return next(self.items)
    def send(self, value): log.append(f"send {value}"); return next(self.items)
    def throw(self, *args): log.append(f"throw {args[0]!r} {len(args)}"); return "from throw"
    def close(self): log.append("close")
class Bare:
    def __iter__(self): return self
    def __next__(self): log.append("next"); return 1
class BadClose(Bare):
    def close(self): raise LookupError("in close")
class CloseNotCallable(Bare):
    close = 3
class GetattrRaises(Bare):
    def __repr__(self): return "GetattrRaises()"
    def __getattr__(self, name):
        log.append(f"getattr {name}")
        raise ZeroDivisionError(name)
def delegate(it):
    try:
        result = yield from it
        log.append(f"result {result!r}")
    except BaseException as error:
        log.append(f"delegator sees {type(error).__name__} {error}")
        raise
def show(name, it, *steps):
    log.clear()
    g = delegate(it)
    for step in steps:
        try:
            log.append(("=", step(g)))
        except BaseException as error:
            log.append(("!", type(error).__name__, str(error)))
    print(name, log)
start = lambda g: next(g)
show("full", Full([1, 2, 3]), start, lambda g: g.send("s"), lambda g: g.send(None), lambda g: g.throw(ValueError("v")), lambda g: g.close())
show("full to the end", Full([1]), start, lambda g: next(g))
show("full generator exit", Full([1]), start, lambda g: g.throw(GeneratorExit))
show("bare send", Bare(), start, lambda g: g.send(5))
show("bare throw", Bare(), start, lambda g: g.throw(KeyError("k")))
show("bare close", Bare(), start, lambda g: g.close())
show("bad close", BadClose(), start, lambda g: g.close())
show("close not callable", CloseNotCallable(), start, lambda g: g.close())
show("getattr raises send", GetattrRaises(), start, lambda g: g.send(1))
show("getattr raises throw", GetattrRaises(), start, lambda g: g.throw(KeyError("k")))
show("list", [1, 2], start, lambda g: g.send(None), lambda g: g.send(5))
show("string", "ab", start, lambda g: g.yf if hasattr(g, "yf") else type(g.gi_yieldfrom).__name__, lambda g: next(g), lambda g: next(g))
show("not iterable", 3, start)
def two_levels():
    yield from delegate(Full([1, 2]))
log.clear()
g = two_levels()
next(g)
print(g.gi_yieldfrom.gi_yieldfrom.__class__.__name__)
g.close()
print(log)
class IterReturnsList:
    def __iter__(self): return [1]
show("iter gives list", IterReturnsList(), start)
async def coroutine(): pass
c = coroutine()
show("coroutine", c, start)
c.close()
