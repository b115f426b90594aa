# PY_START, PY_RESUME, PY_YIELD, PY_THROW, PY_UNWIND, STOP_ITERATION of generators and coroutines.
import sys

monitoring = sys.monitoring
E = monitoring.events
names = {value: name for name, value in vars(E).items() if value}


def short(arg):
    if isinstance(arg, BaseException): return repr(arg)
    if hasattr(arg, "co_name"): return arg.co_name
    if arg is monitoring.MISSING: return "MISSING"
    text = getattr(arg, "__qualname__", None) or repr(arg)
    return type(arg).__name__ if " at 0x" in text else text


def watch(events, func, *args, tool=2):
    out = []
    monitoring.use_tool_id(tool, "test")
    for bit, name in names.items():
        monitoring.register_callback(tool, bit, lambda *args, name=name: out.append((name, *map(short, args))))
    monitoring.set_events(tool, events)
    try:
        func(*args)
    except Exception as error:
        print("raised", repr(error))
    monitoring.set_events(tool, 0)
    for bit in names: monitoring.register_callback(tool, bit, None)
    monitoring.free_tool_id(tool)
    print(func.__name__)
    for each in out: print("  ", *each)


ALL = (1 << 17) - 1
CALLS = E.CALL | E.C_RETURN | E.C_RAISE


def g():
    x = yield 1
    try:
        y = yield x
    except KeyError:
        pass
    return 5
def gens():
    for v in g(): pass
    h = g(); next(h); h.send(2)
    try: h.throw(KeyError)
    except StopIteration: pass
    k = g(); next(k); k.close()
    def outer():
        r = yield from g()
        return r
    list(outer())
    o = outer(); next(o); next(o)
    try: o.throw(KeyError)
    except StopIteration: pass


async def leaf():
    return 1


async def agen():
    yield await leaf()
    yield 2


async def main():
    async for x in agen(): pass
    return await leaf()


def coroutines():
    try: main().send(None)
    except StopIteration: pass
    c = main()
    c.close()
    d = leaf()
    try: d.throw(ValueError)
    except ValueError: pass


EVENTS = ALL & ~(E.LINE | E.INSTRUCTION | E.JUMP | E.BRANCH | CALLS)
watch(EVENTS, gens)
watch(EVENTS | E.BRANCH, gens)
watch(EVENTS, coroutines)
watch(E.STOP_ITERATION, gens)
