# LINE, INSTRUCTION, JUMP and BRANCH of sys.monitoring.
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


class It:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
def loops():
    for i in It(): pass
    for i in range(2): pass
    while i: i -= 1
    if i is None: pass
    if i: pass
    x = 1 if i else 2
    return [j for j in (1, 2)]


def short_circuit(a=0, b=1):
    x = a and b or a
    while b:
        b -= 1
        if a: continue
    y = [i for i in range(2) if i]
    assert not a
    match y:
        case [1]: return 5


watch(ALL & ~(E.INSTRUCTION | CALLS), loops)
watch(E.LINE | E.INSTRUCTION, short_circuit)
watch(E.LINE, short_circuit)
watch(E.BRANCH | E.JUMP, short_circuit)
