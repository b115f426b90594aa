"""What audit hooks hear: code, functions, classes, frames, imports (builtins, sys, marshal, importlib)."""
import sys
import ast
import gc
import io
import marshal
import pickle
import types

seen = []
listening = False


def hook(event, args):
    if listening:
        seen.append((event, args))


sys.addaudithook(hook)


def shown(value):
    if isinstance(value, str):
        return value.rsplit("/")[-1]
    if isinstance(value, bytes):
        return value[:20]
    if isinstance(value, tuple):
        return tuple(shown(item) for item in value)
    if isinstance(value, (int, float, type(None))):
        return value
    return type(value).__name__


def tell(label, function, *args, **kwargs):
    """The events of one call."""
    global listening
    seen.clear()
    listening = True
    try:
        try:
            function(*args, **kwargs)
        finally:
            listening = False
    except Exception as error:
        print(label, "!", type(error).__name__, shown(str(error)))
    else:
        print(label)
    for event, args in seen:
        print("    ", event, shown(args[:1] if event == "import" else args[:0] if event == "builtins.id" else args))


tell("compile", compile, "1", "<f>", "eval")
tell("compile bytes", compile, b"1", "<f>", "eval")
tree = ast.parse("1", mode="eval")
tell("compile ast", compile, tree, "<f>", "eval")
tell("ast.parse", ast.parse, "x=1")
tell("eval", eval, " 1")
tell("eval code", eval, compile("1","","eval"))
tell("exec", exec, "x=1")
tell("id", id, 1)
tell("breakpoint", lambda: None)
tell("loads", marshal.loads, marshal.dumps(1))
tell("dumps", marshal.dumps, [1], 2)
tell("load", marshal.load, io.BytesIO(marshal.dumps(1)))
def f(a=1, *, b=2): pass
tell("code", lambda: f.__code__)
tell("setcode", setattr, f, "__code__", f.__code__)
tell("defaults", lambda: f.__defaults__)
tell("kw", lambda: f.__kwdefaults__)
tell("setdef", setattr, f, "__defaults__", (2,))
tell("setdef none", setattr, f, "__defaults__", None)
tell("deldef", delattr, f, "__kwdefaults__")
tell("closure", lambda: (f.__closure__, f.__globals__, f.__dict__, f.__name__))
tell("replace", f.__code__.replace, co_name="g")
tell("FunctionType", types.FunctionType, f.__code__, {})
class A:
    def m(self): pass
class B: pass
tell("class", setattr, A(), "__class__", B)
tell("bases", setattr, A, "__bases__", (object,))
tell("name", setattr, A, "__name__", "C")
tell("qual", setattr, A, "__qualname__", "C")
tell("mod", setattr, A, "__module__", "C")
tell("doc", setattr, A, "__doc__", "C")
tell("x", setattr, A, "x", 1)
tell("int name", setattr, int, "__name__", "C")
tell("__func__", lambda: A().m.__func__)
g = (i for i in ())
tell("gi", lambda: (g.gi_frame, g.gi_code, g.gi_running, g.gi_yieldfrom))
try:
    1 / 0
except ZeroDivisionError as error:
    tb = error.__traceback__
tell("tb", lambda: (tb.tb_frame, tb.tb_next, tb.tb_lineno))
fr = tb.tb_frame
tell("frame", lambda: (fr.f_code, fr.f_back, fr.f_locals, fr.f_globals))
tell("getframe", sys._getframe)
tell("getframe 0", sys._getframe, 1)
tell("modulename", sys._getframemodulename)
tell("settrace", sys.settrace, None)
tell("setprofile", sys.setprofile, None)
tell("frames", sys._current_frames)
tell("exceptions", sys._current_exceptions)
tell("hooks", sys.set_asyncgen_hooks, None, None)
tell("hooks2", sys.set_asyncgen_hooks, finalizer=None)
tell("gc", gc.get_objects, 0)
tell("gc", gc.get_objects)
tell("ref", gc.get_referrers, f)
tell("refs", gc.get_referents, f, 1)
tell("collect", gc.collect)
tell("audit", sys.audit, "my.event", 1, [2])
tell("pickle", pickle._loads, pickle.dumps(int))


class Loses:
    def __del__(self):
        raise ValueError


def lose():
    old = sys.unraisablehook
    sys.unraisablehook = lambda unraisable: None
    Loses()
    sys.unraisablehook = old


tell("unraisable", lose)


# A hook's exception stops what it heard of.
class Veto(Exception):
    pass


def refuse(event, args):
    if event in ("compile", "exec", "import", "sys._getframe", "my.event", "object.__setattr__", "sys.addaudithook"):
        raise (RuntimeError if event == "sys.addaudithook" else Veto)(event)


sys.addaudithook(refuse)
for label, function, args in (
    ("compile", compile, ("1", "f", "eval")),
    ("exec", exec, ("x = 1",)),
    ("import", __import__, ("colorsys",)),
    ("import new", __import__, ("chunk",)),
    ("getframe", sys._getframe, ()),
    ("audit", sys.audit, ("my.event",)),
    ("other", sys.audit, ("other.event", 1)),
    ("name", setattr, (A, "__name__", "N")),
    ("attribute", setattr, (A, "x", 2)),
    ("hook", sys.addaudithook, (print,)),
    ("audit", sys.audit, (1,)),
    ("audit", sys.audit, ()),
):
    tell(label, function, *args)
print(A.__name__, A.x)
