# eval and exec with a `__builtins__` of their own: None, mappings, modules, things that are no namespace at all.
import builtins
import types


def attempt(source, names, run=eval):
    try:
        print("  ", source.splitlines()[0], "->", run(source, names))
    except Exception as error:
        print("  ", source.splitlines()[0], "->", type(error).__name__, error)


class Missing(dict):
    def __missing__(self, key):
        return f"made {key}"


class Loud(dict):
    def __getitem__(self, key):
        print("   get", key)
        return super().__getitem__(key)


for label, space in {
    "None": None,
    "int": 3,
    "list": [],
    "str": "x",
    "empty": {},
    "one": {"len": 5},
    "missing": Missing(),
    "loud": Loud(len=len),
    "proxy": types.MappingProxyType({"len": len, "abs": abs}),
    "module": types.ModuleType("space"),
    "builtins": builtins,
}.items():
    print(label)
    for source in ("1", "[x for x in (1, 2)]", "(lambda: 2)()", "len", "nowhere", "type(__builtins__).__name__"):
        attempt(source, {"__builtins__": space})
    for source in ("import os", "class A: pass", "def f(): return len\nf()", "assert 0, 'no'", "x = 1\ndel x\nx"):
        attempt(source, {"__builtins__": space}, exec)

# What is left out is filled in; what a function sees is decided when it is made.
names = {}
eval("1", names)
print(names["__builtins__"] is builtins.__dict__, list(names))
names = {"__builtins__": {"len": lambda x: "own"}}
exec("def f(): return len([])", names)
print(names["f"]())
names["__builtins__"]["len"] = lambda x: "changed"
print(names["f"]())
names["__builtins__"] = {"len": lambda x: "replaced"}
print(names["f"](), eval("len(0)", names), names["f"].__builtins__["len"]([]))
