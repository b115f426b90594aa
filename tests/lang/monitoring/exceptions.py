# RAISE, RERAISE, EXCEPTION_HANDLED, PY_UNWIND of sys.monitoring.
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


def exc():
    try:
        try: 1 / 0
        except ZeroDivisionError: raise
        finally: x = 1
    except Exception as e: pass
    try:
        with open_(): raise ValueError
    except ValueError: pass
class open_:
    def __enter__(self): pass
    def __exit__(self, *a): pass


def through():
    try: inner()
    except* ValueError: pass


def inner():
    try:
        raise ExceptionGroup("g", [ValueError()])
    finally:
        x = 1


def leaves():
    return inner()


EVENTS = ALL & ~(E.LINE | E.INSTRUCTION | CALLS)
watch(EVENTS, exc)
watch(EVENTS, through)
watch(EVENTS, leaves)
