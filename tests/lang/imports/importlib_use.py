# importlib: import_module, reload, find_spec, module_from_spec.
import importlib
import importlib.util
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
m = importlib.import_module("simple")
m.value = 0
print(importlib.reload(m) is m, m.value)
print(importlib.import_module(".first", "package").name)
spec = importlib.util.find_spec("with_all")
print(spec.name, os.path.basename(spec.origin), type(spec.loader).__name__, spec.has_location)
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
print(made.shown, "with_all" in sys.modules)
print(importlib.util.find_spec("no_such_module"), importlib.util.find_spec("sys").origin)
print(__import__("package.sub").__name__, __import__("package.sub", fromlist=["deep"]).__name__)
