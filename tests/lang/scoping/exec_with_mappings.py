# exec and eval with mappings as locals: reads, writes, deletes, class bodies, comprehensions, nested functions.
class Space:
    def __init__(self, **items):
        self.items = items

    def __getitem__(self, key):
        print(f"    get {key}")
        return self.items[key]

    def __setitem__(self, key, value):
        print(f"    set {key}")
        self.items[key] = value

    def __delitem__(self, key):
        print(f"    del {key}")
        del self.items[key]

    def keys(self):
        print("    keys")
        return self.items.keys()


class Default(dict):
    def __missing__(self, key):
        if key.startswith("make_"):
            return key[5:]
        raise KeyError(key)


def run(source, names=None, local=None, do=exec):
    print(source.strip().replace("\n", "; "))
    try:
        result = do(source, {} if names is None else names, local)
        if do is eval:
            print("  =", result)
    except Exception as error:
        print(" ", type(error).__name__, error)


run("x = 1\ny = x + 1\ndel x", None, space := Space())
print("  left", space.items)
run("print(a)", None, Space(a=5))
run("print(a)", {"a": "global"}, Space())
run("del gone", None, Space())
run("global g\ng = 1", names := {}, Space())
print("  global", names["g"])
run("import sys as system", None, space := Space())
run("from os import path, sep as separator", None, space)
print("  left", sorted(space.items))
run("def f(): return a\nprint(f())", {"a": "seen"}, Space(a="hidden"))
run("class C:\n    b = a", None, Space(a="for the class"))
run("[a for a in (1, 2)]", None, Space(), eval)
run("[a + i for i in (1, 2)]", {"a": 100}, Space(a=1), eval)
run("(lambda: a)()", {"a": 100}, Space(a=1), eval)
run("[make_x, make_y]", None, Default(), eval)
run("len", None, Default(), eval)
run("other", None, Default(), eval)
run("x: int = 1\nprint(__annotations__)", None, Space())
run("x: int", None, Space(__annotations__={}))
run("for i in range(2): pass", None, space := Space())
run("with open('/dev/null') as f: f.close()", None, Space())
run("try: 1/0\nexcept Exception as e: pass", None, space := Space())
print("  left", space.items)
run("a += 1", None, space := Space(a=1))
run("(b := 5) + b", None, space := Space(), eval)
run("locals() is None", None, space, eval)
run("type(locals()).__name__", None, space, eval)
run("sorted(dir())", None, Space(q=1, p=2), eval)
run("vars() is locals()", None, space, eval)
run("match 5:\n    case n: pass", None, Space())
run("nonlocal z", None, Space())
run("from os import *", {}, {})


class ReadOnly:
    def __getitem__(self, key):
        raise KeyError(key)


run("print('builtin')", None, ReadOnly())
run("x = 1", None, ReadOnly())
run("del x", None, ReadOnly())


class Failing(Space):
    def __getitem__(self, key):
        raise ValueError(f"no {key}")


run("print", None, Failing(), eval)
for names in (5, Space(), None):
    for local in (5, Space(a=1), None):
        try:
            print(eval("1", names, local))
        except Exception as error:
            print(type(error).__name__, error)
