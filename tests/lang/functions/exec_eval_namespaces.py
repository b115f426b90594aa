# exec and eval with given namespaces: mappings as locals, missing __builtins__, frozen and foreign ones, closures, errors.
import collections
import types


def show(name, function):
    try:
        print(name, "=", function())
    except Exception as error:
        print(name, "->", type(error).__name__, error)


class Log(collections.UserDict):
    def __getitem__(self, key):
        log.append("get " + key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        log.append("set " + key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        log.append("del " + key)
        super().__delitem__(key)


log = []
names = Log(a=1)
log.clear()
exec("b = a + 1\ndel a\nlen\nfor i in range(1): pass\ndef f(): return b\nclass C: x = 1\nimport math as m\n[b for _ in [1]]", {}, names)
print(log, sorted(names.data))
show("function misses locals", lambda: names.data["f"]())
g = {"x": 1}
exec("y = x", g)
print(sorted(g), g["__builtins__"] is __builtins__ or g["__builtins__"] is __builtins__.__dict__)
show("custom builtins", lambda: eval("len('abc')", {"__builtins__": {"len": lambda v: "my len"}}))
show("no builtins", lambda: eval("len", {"__builtins__": {}}))
show("module builtins", lambda: eval("cos(0)", {"__builtins__": __import__("math")}))
show("no import", lambda: exec("import os", {"__builtins__": {}}))
show("no build_class", lambda: exec("class A: pass", {"__builtins__": {}}))
show("own import", lambda: exec("import os; print(os)", {"__builtins__": {"__import__": lambda *a: ("import", a[0], a[3:]), "print": print}}))
show("own build_class", lambda: exec("class A: pass\nprint(A)", {"__builtins__": {"__build_class__": lambda *a: a[1:], "print": print}}))
show("subclass builtins", lambda: eval("missing", {"__builtins__": type("D", (dict,), {"__missing__": lambda s, k: k * 2})()}))


class Globals(dict):
    def __missing__(self, key):
        return "missing " + key

    def __getitem__(self, key):
        return "item " + key


show("dict subclass globals", lambda: eval("undefined", Globals()))
show("dict subclass globals 2", lambda: eval("x", Globals(x=1)))
show("dict subclass locals", lambda: eval("x, undefined", {}, Globals(x=1)))
show("lambda in subclass", lambda: eval("(lambda: x)()", Globals(x=1)))
for args in [("x", 5), ("x", {}, 5), ("x", []), ("x", types.MappingProxyType({})), ("x", None, {"x": "local"}), ("1 +",), ("x = 1",), (5,), (None,), (b"1 + 1",), (bytearray(b"2"),), (memoryview(b"3"),), ("  \t 4",), ("\n5",), ("5\n\n",), ("5;",), ("",), ("1\0",), (b"\xff",), ("# coding: latin-1\n1",), (b"# coding: latin-1\n'\xe9'",), ("\ud800",), (compile("7", "f", "eval"),), (compile("7", "f", "exec"),), (compile("q = 7", "f", "single"),), ("yield",), ("await x",), ("(yield)",), ("[x for x in 'ab']",), ("(z := 5)",), ("f'{1}'", {"f": 1}), ("__name__", {}), ("__builtins__ is not None", {})]:
    show(f"eval{ascii(args[:1]) if isinstance(args[0], (str, bytes)) else type(args[0]).__name__}", lambda: eval(*args))
for args in [("x", {}, {}, {}), ("x", {}, 5), ("x", 5), (5,), ("return 1",), ("nonlocal x",), ("global x; x = 5", {}, {}), ("def f(): nonlocal x",), ("break",), ("import *",), ("from os import *", {}, {}), ("def f():\n from os import *",)]:
    show(f"exec{args[:1]}", lambda: exec(*args))


def closure():
    value = "cell"

    def inner():
        return value

    return inner


code = closure().__code__
show("exec free", lambda: exec(code))
show("eval free", lambda: eval(code))
show("exec closure", lambda: exec(code, {}, closure=(types.CellType("c"),)))
show("exec closure short", lambda: exec(code, {}, closure=()))
show("exec closure str", lambda: exec("1", {}, closure=()))
show("exec closure none", lambda: exec(compile("1", "f", "exec"), {}, closure=(types.CellType(1),)))
show("exec closure type", lambda: exec(code, {}, closure=5))


def locals_case(a):
    b = 2
    before = locals()
    c = 3
    exec("b = 'exec'; d = 4")
    after = locals()
    return b, before is after, sorted(after), eval("a + c"), after.get("d")


show("locals", lambda: locals_case(1))
show("eval keyword", lambda: eval("1", globals={}))
show("comprehension", lambda: eval("[y for _ in [1]]", {}, {"y": 5}))
show("nested function", lambda: eval("(lambda: y)()", {}, {"y": 5}))
show("class scope", lambda: exec("class A:\n y = y\nprint(A.y)", {}, {"y": 5}))
