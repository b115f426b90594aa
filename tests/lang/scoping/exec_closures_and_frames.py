# exec and eval with code objects, closures, and namespaces of every kind: what is read, written, inserted and refused.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
space = {}
exec("a = 1\ndef f(): return a\nclass C: b = a", space)
print(space["f"](), space["C"].b, "__builtins__" in space, sorted(k for k in space if k != "__builtins__"))
space["a"] = 2
print(space["f"](), eval("a + b", {"a": 1}, {"b": 10}), eval("a", {"a": 1}, {"a": 2}))
inner = {}
exec("x = 1\nglobal y\ny = 2\nprint(sorted(locals()))", {"z": 0}, inner)
print(inner)
class Names(dict):
    def __missing__(self, key):
        if key.startswith("__"):
            raise KeyError(key)
        return f"<{key}>"
print(eval("one + two", {}, Names()), eval("len", {}, Names()))
show(lambda: eval("one", Names()))
show(lambda: exec("1 +"))
show(lambda: eval("x = 1"))
show(lambda: eval("", {}))
show(lambda: eval("  \t 1 + 1 "))
show(lambda: eval(b"'caf\xc3\xa9'"))
show(lambda: eval(bytearray(b"3 * 3")))
show(lambda: eval("1\x002"))
show(lambda: eval(3))
show(lambda: eval("1", 3))
show(lambda: eval("1", {}, 3))
show(lambda: exec("1", []))
show(lambda: exec("1", None, None))
show(lambda: exec(compile("result = 5", "<s>", "exec"), space) or space["result"])
show(lambda: eval(compile("6 * 7", "<s>", "eval")))
show(lambda: eval(compile("z = 6", "<s>", "exec"), space))
show(lambda: eval(compile("print('single'); 8", "<s>", "single"), space))
def outer():
    v = 10
    def inner():
        return v
    return inner
code = outer().__code__
show(lambda: exec(code))
show(lambda: eval(code))
show(lambda: exec(code, closure=outer().__closure__))
show(lambda: exec(code, closure=()))
show(lambda: exec(code, closure=[1]))
show(lambda: exec("1", closure=outer().__closure__))
show(lambda: exec(compile("1", "", "exec"), closure=outer().__closure__))
show(lambda: eval("[x for x in range(3) if x in allowed]", {"allowed": [1, 2]}))
show(lambda: eval("[x for x in range(3) if x in allowed]", {}, {"allowed": [1, 2]}))
show(lambda: eval("(lambda: hidden)()", {}, {"hidden": 1}))
show(lambda: eval("sum(1 for _ in data)", {}, {"data": "abc"}))
show(lambda: eval("sum(n for _ in 'ab')", {}, {"n": 1}))
no_builtins = {"__builtins__": {}}
show(lambda: eval("len", no_builtins))
show(lambda: exec("class X: pass", no_builtins))
show(lambda: exec("import sys", no_builtins))
show(lambda: eval("only", {"__builtins__": {"only": "mine"}}))
def uses_local():
    local = 1
    exec("local = 2; other = 3")
    return local, eval("local"), "other" in locals()
print(uses_local())
