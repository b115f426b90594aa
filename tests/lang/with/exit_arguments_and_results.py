# with: arguments and results of __exit__, several managers, errors in enter and exit, suppression by truth, lookups on the type, control flow.
log = []
class M:
    def __init__(self, name, result=None, on_enter=None, on_exit=None):
        self.name, self.result, self.on_enter, self.on_exit = name, result, on_enter, on_exit
    def __enter__(self):
        log.append(f"enter {self.name}")
        if self.on_enter: raise self.on_enter
        return self.name.upper()
    def __exit__(self, kind, value, tb):
        log.append(f"exit {self.name} {kind and kind.__name__} {value} {tb is not None}")
        if self.on_exit: raise self.on_exit
        return self.result
def show(function, *args):
    log.clear()
    try:
        result = function(*args)
    except BaseException as error:
        result = f"! {type(error).__name__} {error} context {type(error.__context__).__name__}"
    print(function.__name__, result, log)
def body(managers, error=None):
    a, b = managers
    with a as x, b as y:
        if error: raise error
        return x, y
    return "suppressed"
for first, second in ((M("a"), M("b")), (M("a", True), M("b")), (M("a"), M("b", True)), (M("a", on_enter=KeyError("enter"))  , M("b")), (M("a"), M("b", on_enter=KeyError("enter"))),
                      (M("a", True), M("b", on_enter=KeyError("enter"))), (M("a"), M("b", on_exit=KeyError("exit"))), (M("a", True), M("b", on_exit=KeyError("exit"))), (M("a", on_exit=OSError("a")), M("b", on_exit=KeyError("b")))):
    show(body, (first, second))
    show(body, (first, second), ValueError("v"))
class BadTruth:
    def __bool__(self): raise ZeroDivisionError("truth")
show(body, (M("a"), M("b", BadTruth())), ValueError("v"))
show(body, (M("a"), M("b", [0])), ValueError("v"))
show(body, (M("a"), M("b", [])), ValueError("v"))
def flow():
    out = []
    for i in range(4):
        with M(str(i)):
            if i == 1: continue
            if i == 2: break
            out.append(i)
    else:
        out.append("else")
    return out
show(flow)
def return_overridden():
    with M("r", True):
        return 1 / 0
    return "after"
show(return_overridden)
def targets():
    box = {}
    with M("t") as box["item"], M("pair") as (p, *rest), M("s") as [q, *_]:
        return box, p, rest, q
show(targets)
def bad_target():
    with M("t", True) as (one, two):
        return "unpacked"
    return "suppressed?"
show(bad_target)
def parenthesised():
    with (M("x") as x, M("y") as y,):
        return x + y
show(parenthesised)
class OnInstance: pass
o = OnInstance(); o.__enter__ = lambda: 1; o.__exit__ = lambda *a: None
def instance_methods():
    with o: pass
show(instance_methods)
class EnterOnly:
    def __enter__(self): log.append("enter")
def no_exit():
    with EnterOnly(): pass
show(no_exit)
class ExitOnly:
    def __exit__(self): pass
def no_enter():
    with ExitOnly(): pass
show(no_enter)
class FewArguments:
    def __enter__(self): pass
    def __exit__(self): pass
def few():
    with FewArguments(): pass
show(few)
show(lambda: [None for _ in [0] if not few.__name__ == "x"])
