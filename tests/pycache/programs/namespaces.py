# Namespace packages (PEP 420): folders without __init__.py.
import importlib
import importlib.machinery
import importlib.util
import os
import pkgutil
import sys
from support.play import section, short, shown, write


def portions(*names):
    """Folders on the search path, beside each other, and what a module lies in."""
    here = sys.path[0]
    folders = [os.path.join(here, name) for name in names]
    sys.path[1:1] = folders
    return folders


section("one portion")
write("pot/lid.py", "value = __name__, __package__\n")
import pot

print(pot.__spec__.origin, pot.__file__, [short(each) for each in pot.__path__], pot.__spec__.loader is pot.__loader__)
print(type(pot.__loader__).__name__, type(pot.__path__).__name__, short(repr(pot)), short(repr(pot.__path__)))
import pot.lid

print(pot.lid.value, len(pot.__path__), pot.__path__[0] == list(pot.__path__)[0], sys.path[0] in pot.__path__)
print(sorted(each for each in vars(pot)))

section("several portions")
first, second = portions("first", "second")
write("first/pot/lid.py", "value = 'first'\n")
write("second/pot/lid.py", "value = 'second'\n")
write("second/pot/spout.py", "value = 'second'\n")
import pot.lid
import pot.spout

print(pot.lid.value, pot.spout.value, [short(each) for each in pot.__path__])

section("a package wins over portions before it")
first, second = portions("first", "second")
write("first/pot/lid.py")
write("second/pot/__init__.py", "kind = 'package'\n")
import pot

print(pot.kind, [short(each) for each in pot.__path__])
with shown():
    import pot.lid

section("a module wins over portions too")
first, second = portions("first", "second")
write("first/pot/lid.py")
write("second/pot.py", "kind = 'module'\n")
import pot

print(pot.kind, hasattr(pot, "__path__"))
with shown():
    import pot.lid

section("a portion that comes later")
first, second = portions("first", "second")
write("first/pot/lid.py")
import pot

print([short(each) for each in pot.__path__])
write("second/pot/spout.py", "value = 1\n")
import pot.spout

print([short(each) for each in pot.__path__], pot.spout.value)
sys.path.remove(first)
print([short(each) for each in pot.__path__])

section("a portion of a nested namespace")
first, second = portions("first", "second")
write("first/pot/tea/green.py", "value = 1\n")
write("second/pot/tea/black.py", "value = 2\n")
import pot.tea.green
import pot.tea.black

print(pot.tea.green.value + pot.tea.black.value, [short(each) for each in pot.tea.__path__])
print([each.name for each in pkgutil.iter_modules(pot.tea.__path__)], [each.name for each in pkgutil.walk_packages(pot.__path__, "pot.")])

section("a namespace inside of a package")
write("pot/__init__.py")
write("pot/tea/green.py", "from .. import lid\nvalue = lid.value\n")
write("pot/lid.py", "value = 3\n")
import pot.tea.green

print(pot.tea.green.value, pot.tea.__file__)

section("what is missing in a namespace")
write("pot/lid.py")
import pot

for text in ["import pot.nothing", "from pot import nothing", "from pot.lid import nothing", "import pot.lid.nothing"]:
    with shown():
        exec(text)
with shown():
    pot.nothing
print(importlib.util.find_spec("pot.nothing"))

section("its loader")
write("pot/lid.py")
spec = importlib.util.find_spec("pot")
print(spec.loader)
import pot

loader = pot.__loader__
print(spec.has_location, spec.origin, spec.cached, [short(each) for each in spec.submodule_search_locations])
print(loader.is_package("pot"), repr(loader.get_source("pot")), loader.get_code("pot").co_filename, loader.create_module(spec))
module = importlib.util.module_from_spec(pot.__spec__)
print(hasattr(module, "__file__"), type(module.__path__).__name__)
print(isinstance(loader, importlib.machinery.NamespaceLoader))
with shown():
    print(type(loader.get_resource_reader("pot")).__name__)

section("a folder and a file of one name")
write("pot/lid.py")
write("pot.py", "kind = 'file'\n")
import pot

print(pot.kind)

section("an empty folder is a package too")
os.mkdir(os.path.join(sys.path[0], "empty"))
import empty

print([short(each) for each in empty.__path__])
os.mkdir(os.path.join(sys.path[0], "no identifier"))
print(importlib.import_module("no identifier").__name__)

section("reload of a namespace")
first, second = portions("first", "second")
write("first/pot/lid.py")
import pot

pot.kept = 1
write("second/pot/spout.py")
print(importlib.reload(pot) is pot, pot.kept, [short(each) for each in pot.__path__])
write("first/pot/__init__.py", "kind = 'package now'\n")
print(importlib.reload(pot).kind, pot.__path__ if isinstance(pot.__path__, list) is False else [short(each) for each in pot.__path__])

section("pkgutil extends a package")
first, second = portions("first", "second")
write("first/pot/__init__.py", "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)\n")
write("second/pot/__init__.py", "raise SystemError('not executed')\n")
write("second/pot/lid.py", "value = 'far'\n")
import pot.lid

print(pot.lid.value, [short(each) for each in pot.__path__])
with shown():
    pkgutil.get_data("pot", "lid.py")
print(pkgutil.resolve_name("pot.lid:value"), pkgutil.resolve_name("pot.lid.value"))
with shown():
    pkgutil.resolve_name("pot.lid:nothing")
with shown():
    pkgutil.resolve_name("9")
