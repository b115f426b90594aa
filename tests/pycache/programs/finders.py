# sys.meta_path, sys.path_hooks, sys.path_importer_cache, invalidate_caches.
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
import warnings
from support.play import section, short, shown, write

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *_: print(f"{category.__name__}: {short(message)}")

section("what a start has")
print([getattr(each, "__name__", each) for each in sys.meta_path])
print([getattr(each, "__name__", each) for each in sys.path_hooks])
print(importlib.machinery.SOURCE_SUFFIXES, importlib.machinery.BYTECODE_SUFFIXES)

section("a finder is remembered for each folder")
write("tea.py")
import tea

finder = sys.path_importer_cache[sys.path[0]]
print(type(finder).__name__, short(finder.path), short(repr(finder)))
print(finder.find_spec("tea").loader.name, finder.find_spec("nothing"))
print(importlib.machinery.PathFinder.find_spec("tea", [sys.path[0]]).name)

section("a folder that is not there has none")
missing = os.path.join(sys.path[0], "missing")
sys.path.append(missing)
with shown():
    import nothing_at_all
print(sys.path_importer_cache.get(missing, "not asked"))
with shown():
    importlib.machinery.FileFinder.path_hook()(missing)
sys.path.pop()

section("a new file is seen after invalidate caches")
write("first.py")
folder = sys.path[0]
os.utime(folder, (1_600_000_000, 1_600_000_000))
import first

with open(os.path.join(folder, "second.py"), "w") as file:
    file.write("value = 2\n")
os.utime(folder, (1_600_000_000, 1_600_000_000))
with shown():
    import second
importlib.invalidate_caches()
import second

print(second.value)

section("a cached None is dropped by invalidate caches")
sys.path_importer_cache["/no/such/folder"] = None
sys.path_importer_cache["relative"] = None
importlib.invalidate_caches()
print([each in sys.path_importer_cache for each in ("/no/such/folder", "relative")])

section("an entry of the path that is no string")
write("tea.py", "value = 1\n")
sys.path[:0] = [None, 3, b"bytes"]
with shown():
    import tea

    print(tea.value)
del sys.path[:3]

section("the empty entry is the current folder")
write("tea.py", "value = 1\n")
here, cwd = sys.path[0], os.getcwd()
os.chdir(here)
sys.path[0] = ""
import tea

print(tea.value, tea.__file__ == os.path.join(here, "tea.py"), here in sys.path_importer_cache, "" in sys.path_importer_cache)
os.chdir(cwd)
sys.path[0] = here


class Spy(importlib.abc.MetaPathFinder):
    def __init__(self, answer=None):
        self.answer = answer

    def find_spec(self, name, path=None, target=None):
        print("asked for", name, [short(each) for each in path] if path is not None else None, target)
        return self.answer

    def invalidate_caches(self):
        print("told to forget")


section("a finder on the meta path")
write("pot/__init__.py")
write("pot/lid.py")
spy = Spy()
sys.meta_path.insert(0, spy)
import pot.lid
import pot

print(importlib.util.find_spec("pot.lid").name)
importlib.invalidate_caches()
importlib.reload(pot)
sys.meta_path.remove(spy)

section("answers of a finder that are no specs")
for answer in ["a str", 3]:
    spy = Spy(answer)
    sys.meta_path.insert(0, spy)
    with shown():
        import tea_house
    sys.meta_path.remove(spy)


class Thrower:
    def find_spec(self, name, path=None, target=None):
        raise OSError("the shop is shut")


spy = Thrower()
sys.meta_path.insert(0, spy)
with shown():
    import tea_house
sys.meta_path.remove(spy)

section("a finder of the old kind is not asked")


class Old:
    def find_module(self, name, path=None):
        print("never asked")


spy = Old()
sys.meta_path.insert(0, spy)
write("tea.py")
import tea

sys.meta_path.remove(spy)

section("no finders at all")
saved, sys.meta_path[:] = sys.meta_path[:], []
with shown():
    import nothing_at_all
sys.meta_path[:] = saved
print(importlib.util.find_spec("nothing_at_all"))

section("no hooks at all")
saved, sys.path_hooks[:] = sys.path_hooks[:], []
with shown():
    import nothing_at_all
sys.path_hooks[:] = saved

section("a hook on the path")
SOURCES = {"tea": "kind = __spec__.origin\n", "pot": "from pot import lid\n", "pot.lid": "value = __name__, __path__\n"}


class Loader(importlib.abc.SourceLoader):
    def __init__(self, name):
        self.name = name

    def get_filename(self, fullname):
        return f"shop:{fullname}"

    def get_data(self, path):
        return SOURCES[path.partition(":")[2]].encode()


class ShopFinder(importlib.abc.PathEntryFinder):
    def __init__(self, path):
        if not path.startswith("shop:"):
            raise ImportError("only for shops", path=path)
        print("a finder for", path)

    def find_spec(self, name, target=None):
        if name in SOURCES:
            spec = importlib.util.spec_from_loader(name, Loader(name), is_package=name != "tea")
            if name != "tea":
                spec.submodule_search_locations.append("shop:")
            return spec


sys.path_hooks.insert(0, ShopFinder)
sys.path.append("shop:")
import tea
import pot

print(tea.kind, pot.lid.value, pot.__path__)
print(type(sys.path_importer_cache["shop:"]).__name__)
with shown():
    import cup
sys.path.remove("shop:")
sys.path_hooks.remove(ShopFinder)
for each in SOURCES:
    sys.modules.pop(each, None)

section("a hook that fails")


def bad_hook(path):
    raise ValueError("a bad hook")


sys.path_hooks.insert(0, bad_hook)
with shown():
    import nothing_at_all
sys.path_hooks.remove(bad_hook)

section("who finds what")
for name in ["sys", "_io", "zipimport", "os", "json", "json.decoder", "__main__"]:
    with shown():
        spec = importlib.util.find_spec(name)
        print(name, type(spec.loader).__name__ if not isinstance(spec.loader, type) else spec.loader.__name__, spec.has_location, spec.submodule_search_locations is not None)
print(importlib.machinery.BuiltinImporter.find_spec("os"), importlib.machinery.FrozenImporter.find_spec("sys"))
print(importlib.machinery.BuiltinImporter.is_package("sys"), importlib.machinery.BuiltinImporter.get_code("sys"), importlib.machinery.BuiltinImporter.get_source("sys"))
for name in ["os", "nothing"]:
    with shown():
        importlib.machinery.BuiltinImporter.is_package(name)

section("find spec of a submodule imports the package")
write("pot/__init__.py", "print('the pot is made')\n")
write("pot/lid.py", "print('never')\n")
print(importlib.util.find_spec("pot.lid").name, "pot" in sys.modules, "pot.lid" in sys.modules)
print(importlib.util.find_spec(".lid", "pot").name)
with shown():
    importlib.util.find_spec("sys.child")
with shown():
    importlib.util.find_spec(".lid")
with shown():
    importlib.util.find_spec("nowhere.child")
import pot

pot.__spec__ = None
with shown():
    importlib.util.find_spec("pot")
del pot.__spec__
with shown():
    importlib.util.find_spec("pot")
