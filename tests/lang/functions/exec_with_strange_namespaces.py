# exec and eval: globals must be a dict, locals any mapping; who is asked for what, and what is left in them.
class Recording(dict):
    def __getitem__(self, key):
        log.append(f"get {key}")
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        log.append(f"set {key}")
        super().__setitem__(key, value)

    def __delitem__(self, key):
        log.append(f"del {key}")
        super().__delitem__(key)


class Mapping:
    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        log.append(f"get {key}")
        return self.data[key]

    def __setitem__(self, key, value):
        log.append(f"set {key}")
        self.data[key] = value

    def keys(self):
        return list(self.data)


def attempt(label, function):
    log.clear()
    try:
        print(label, "=>", function(), log)
    except Exception as error:
        print(label, "=>", type(error).__name__, error, log)


log = []
source = "a = 1\nb = a\nlen\ndel a\nclass C: d = b\n[b for _ in 'x']\n"
for make in (Recording, Mapping):
    names = make()
    attempt(make.__name__, lambda: exec(source, {"__name__": "m"}, names))
    print(sorted(names.keys()))
attempt("globals of a subclass", lambda: exec("a = 1\nb = a", Recording()))
attempt("globals mapping", lambda: exec("a = 1", Mapping()))
attempt("locals wrong", lambda: exec("a = 1", {}, 5))
attempt("locals list", lambda: exec("a = 1", {}, []))
attempt("globals None", lambda: exec("a = 1", None, {}))
attempt("keyword", lambda: eval("x", locals={"x": 1}))
attempt("eval statement", lambda: eval("a = 1"))
attempt("eval spaces", lambda: eval("  \t 1 + 1"))
attempt("eval newline", lambda: eval("\n1"))
attempt("eval bytes", lambda: eval(b"'\xc3\xa9'"))
attempt("eval memoryview", lambda: eval(memoryview(b"1+1")))
attempt("null", lambda: eval("1\0"))
attempt("type", lambda: eval(5))
attempt("mode", lambda: eval(compile("a = 1", "f", "exec")))
attempt("single", lambda: eval(compile("1 + 2", "f", "single")))


def outer():
    x = 1

    def inner():
        return x

    return inner


code = outer().__code__
attempt("free variables", lambda: exec(code))
attempt("closure", lambda: exec(code, closure=()))
attempt("closure of a string", lambda: exec("a = 1", closure=()))
attempt("closure given", lambda: exec(code, {}, closure=outer().__closure__))
attempt("closure of eval", lambda: eval(code))
plain = compile("y = 5", "f", "exec")
attempt("no closure wanted", lambda: exec(plain, {}, closure=outer().__closure__))
names = {}
exec("def f(): return __name__", names)
attempt("no __name__", lambda: names["f"]())
print(sorted(names), names["f"].__module__)
names = {"__builtins__": {"len": lambda v: 99}}
attempt("own builtins", lambda: eval("len('a')", names))
attempt("no print", lambda: eval("print", names))
attempt("import", lambda: exec("import sys", names))
attempt("class", lambda: exec("class C: pass", names))
attempt("builtins wrong", lambda: eval("len", {"__builtins__": 5}))
