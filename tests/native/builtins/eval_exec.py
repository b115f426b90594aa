"""eval and exec: namespaces, code objects, closures."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


x = "global"
print(eval("1 + 1"), eval("  \tx"), eval("x", {"x": 5}), eval("x", {"x": 5}, {"x": 6}), eval(b"x"), eval(compile("x * 2", "", "eval")))
space = {}
exec("y = 1\ndef f(): return y", space)
print(space["f"](), sorted(space)[:1], "__builtins__" in space)
class Mapping:
    def __getitem__(self, key):
        if key == "z":
            return "from mapping"
        raise KeyError(key)
    def __setitem__(self, key, value):
        print("set", key, value)
print(eval("z", {}, Mapping()))
exec("q = z", {}, Mapping())
def outer():
    n = 5
    def inner():
        return n
    return inner
code = outer().__code__
error(eval, code)
error(exec, code)
error(exec, code, closure=())
print(exec(code, closure=outer().__closure__))
error(exec, "1", closure=())
for args in ((5,), ("1", 5), ("1", {}, 5), ("1", [])):
    error(eval, *args)
    error(exec, *args)
error(eval, "1 1")
error(eval, "x = 1")
error(eval, "a\0b")
error(eval, "undefined_name")
def local():
    a = 1
    exec("a = 2; b = 3")
    return a, sorted(locals())
print(local(), eval("[x for x in range(3)]"), eval("__name__", {"__builtins__": {}, "__name__": "n"}))
error(eval, "len", {"__builtins__": {}})
