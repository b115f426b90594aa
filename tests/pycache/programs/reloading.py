# importlib.reload and LazyLoader.
import importlib
import importlib.machinery
import importlib.util
import os
import sys
import types
from support.play import section, short, shown, write

section("reload keeps the module and what it had")
path = write("tea.py", "kind = 'green'\nold = 1\n")
import tea

module, tea.added = tea, 2
write("tea.py", "kind = 'black tea'\n")
print(importlib.reload(tea) is module, tea.kind, tea.old, tea.added)
print(short(tea.__file__), sorted(each for each in vars(tea) if not each.startswith("__")))

section("reload of a module that fails")
write("tea.py", "kind = 'green'\n")
import tea

write("tea.py", "kind = 'half'\nraise ValueError('spilt')\n")
with shown():
    importlib.reload(tea)
print(tea.kind, sys.modules["tea"] is tea)
write("tea.py", "kind = = 1\n")
with shown():
    importlib.reload(tea)
print(tea.kind, sys.modules["tea"] is tea)

section("reload of what is no module")
for value in ["tea", None, 3]:
    with shown():
        importlib.reload(value)
with shown():
    importlib.reload(types.ModuleType("never_imported"))
write("tea.py")
import tea

sys.modules["tea"] = types.ModuleType("tea")
with shown():
    importlib.reload(tea)

section("reload finds the module anew")
write("tea.py", "kind = 'file'\n")
import tea

print(tea.__spec__.origin == tea.__file__, hasattr(tea, "__path__"))
os.remove(os.path.join(sys.path[0], "tea.py"))
write("tea/__init__.py", "kind = 'package'\n")
importlib.reload(tea)
print(tea.kind, short(tea.__file__), [short(each) for each in tea.__path__])
os.remove(os.path.join(sys.path[0], "tea/__init__.py"))
importlib.invalidate_caches()
importlib.reload(tea)
print(tea.kind, tea.__file__, tea.__spec__.origin, type(tea.__spec__.loader).__name__)

section("reload when the module is gone")
write("tea.py")
import tea

os.remove(os.path.join(sys.path[0], "tea.py"))
importlib.invalidate_caches()
with shown():
    importlib.reload(tea)

section("reload of a submodule")
write("pot/__init__.py", "import sys\ncount = sys.count = getattr(sys, 'count', 0) + 1\n")
write("pot/lid.py", "value = __package__, __name__\n")
import pot.lid

lid = pot.lid
print(importlib.reload(pot.lid) is lid, pot.lid.value, pot.count)
del sys.modules["pot"]
with shown():
    importlib.reload(lid)

section("reload sets the module back into its place")
write("tea.py", "import sys, types\ncup = types.ModuleType('cup')\ncup.__spec__ = __spec__\nsys.modules['tea'] = cup\n")
import tea

print(tea.__name__)
with shown():
    print(importlib.reload(tea).__name__)

section("reload inside of a reload")
write("tea.py", "import importlib, sys\ncount = globals().get('count', 0) + 1\nif count == 2: print(importlib.reload(sys.modules['tea']) is sys.modules['tea'])\n")
import tea

importlib.reload(tea)
print(tea.count)

section("reload of builtin and frozen modules")
import itertools

print(importlib.reload(itertools) is itertools, importlib.reload(sys) is sys)
import zipimport

print(importlib.reload(zipimport) is zipimport)


def lazily(name):
    spec = importlib.util.find_spec(name)
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return module


section("a lazy module is executed at its first attribute")
write("tea.py", "print('brewed', __name__)\nkind = 'green'\n")
tea = lazily("tea")
print(type(tea).__name__, isinstance(tea, types.ModuleType), object.__getattribute__(tea, "__dict__").get("kind"))
print(tea.kind, type(tea).__name__, tea.kind)

section("a lazy module is executed by setting and deleting too")
write("tea.py", "print('brewed')\nkind = 'green'\n")
tea = lazily("tea")
tea.__name__
tea = lazily("tea")
tea.extra = 1
tea.kind
print(tea.extra, tea.kind)
tea = lazily("tea")
del tea.kind
print(hasattr(tea, "kind"))
tea = lazily("tea")
print("kind" in dir(tea))

section("what was set on a lazy module stays")
write("tea.py", "kind = 'green'\nother = 'leaf'\n")
tea = lazily("tea")
object.__getattribute__(tea, "__dict__")["kind"] = "mine"
print(tea.kind, tea.other)

section("a lazy module that fails")
write("tea.py", "kind = 1\nraise ValueError('spilt')\n")
tea = lazily("tea")
with shown():
    tea.kind
with shown():
    tea.other

section("a lazy module that was replaced")
write("tea.py", "import sys, types\nsys.modules[__name__] = types.ModuleType('cup')\n")
tea = lazily("tea")
with shown():
    tea.kind

section("a lazy module has its attributes still")
write("tea.py", "kind = 1\n")
tea = lazily("tea")
with shown():
    tea.missing
tea = lazily("tea")
with shown():
    del tea.missing

section("the loader of a lazy loader must execute")


class Old:
    pass


with shown():
    importlib.util.LazyLoader(Old())
factory = importlib.util.LazyLoader.factory(importlib.machinery.SourceFileLoader)
loader = factory("tea", write("tea.py", "kind = 7\n"))
spec = importlib.util.spec_from_loader("tea", loader)
module = importlib.util.module_from_spec(spec)
loader.exec_module(module)
print(type(module.__loader__).__name__, module.kind, type(module.__loader__).__name__, type(module.__spec__.loader).__name__)
