# and, or, not and if-else: which operand comes back, what is evaluated, truth by __bool__ and __len__, errors in truth, nesting.
log = []
class T:
    def __init__(self, name, truth): self.name, self.truth = name, truth
    def __bool__(self):
        log.append(self.name)
        if isinstance(self.truth, Exception): raise self.truth
        return self.truth
    def __repr__(self): return self.name
def show(action):
    log.clear()
    try: result = repr(action())
    except Exception as error: result = f"! {type(error).__name__} {error}"
    print(result, log)
t, f, e = T("t", True), T("f", False), T("e", ValueError("truth"))
for source in ("t and f", "f and t", "t or f", "f or t", "not t", "not f", "t and f or t", "f or t and f", "not (t and f)", "not t and f", "not f or e", "e and t", "t and e", "t or e", "f or e", "not e", "t if f else e", "e if t else f", "1 if e else 2", "t and t and f and e", "f or f or t or e", "(t or e) and (f or t)", "t if t and f else f if f or t else e", "[] or {} or () or '' or 0 or None", "1 and 'a' and [0] and {1}", "t and (f if t else e)", "not not t", "(t and f) is f", "(f or t) is t", "f and e or t", "t or e and e", "bool(t) and bool(f)", "any([f, t, e])", "all([t, f, e])", "all([])", "any(x for x in (f, t, e))"):
    print(source, end=" -> "); show(lambda: eval(source))
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): log.append("len"); return self.n
for n in (0, 1, -1, 2**70, 1.0, "1", None, True):
    show(lambda: bool(Len(n)))
class Both(Len):
    def __bool__(self): log.append("bool"); return False
show(lambda: bool(Both(5)))
for result in (1, 0, None, "x", [], 1.0):
    B = type("B", (), {"__bool__": lambda self: result})
    show(lambda: bool(B()))
    show(lambda: 1 if B() else 2)
class NoneBool: __bool__ = None
show(lambda: bool(NoneBool()))
class Instance: pass
i = Instance(); i.__bool__ = lambda: False; i.__len__ = lambda: 0
show(lambda: bool(i))
def statement(x):
    out = []
    if x: out.append("if")
    elif not x: out.append("elif")
    while x:
        out.append("while"); break
    else: out.append("while-else")
    try:
        assert x, "assertion text"
    except AssertionError as error: out.append(str(error))
    return out
show(lambda: statement(t)); show(lambda: statement(f)); show(lambda: statement(e)); show(lambda: statement([])); show(lambda: statement(Len(3)))
