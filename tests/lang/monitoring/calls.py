# CALL, C_RETURN and C_RAISE of sys.monitoring with their arguments.
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


class C:
    def __init__(self, x): self.x = x
    def meth(self, y): return y
    def __call__(self, z): return z
def f(*a, **k): return a
def calls():
    c = C(1)
    c.meth(2)
    b = c.meth
    b(3)
    c(4)
    len([1])
    [].append(1)
    f(*[1])
    f()
    len(*[[1]])
    b(*[5])
    f(k=1)
    C(*[1])
    print
    "a".upper()
    str.upper("b")
    int()
    try: len(1)
    except TypeError: pass
    try: len(*[1])
    except TypeError: pass
    super
    return 1


class D(C):
    def meth(self, y): return super().meth(y)
    def explicit(self): return super(D, self).meth(1)


d = D(1)


def supers():
    d.meth(1)
    d.explicit()
    next(iter([1]))
    next((x for x in [1]))
    d.x.bit_length()
    max(1, 2, key=lambda v: v)
    "{}".format(1)
    type("T", (), {})
    try: C(1, 2, 3)
    except TypeError: pass
    try: C.meth()
    except TypeError: pass
    C(**{"x": 1})
    print(end="")


watch(CALLS, calls)
watch(CALLS, supers)
