# Loaders of one's own, and what importlib.util and importlib.machinery make of specs.
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import marshal
import os
import sys
import types
from support.play import section, short, shown, write

SOURCE = "kind = __name__, __package__, __spec__.parent\n"


class Shop(importlib.abc.MetaPathFinder):
    """Finds each name that it has a loader for."""

    def __init__(self, **loaders):
        self.loaders = loaders

    def find_spec(self, name, path=None, target=None):
        if name in self.loaders:
            return importlib.machinery.ModuleSpec(name, self.loaders[name])

    def __enter__(self):
        sys.meta_path.insert(0, self)

    def __exit__(self, *_):
        sys.meta_path.remove(self)
        for name in self.loaders:
            sys.modules.pop(name, None)


class Plain:
    """The least that a loader must have."""

    def create_module(self, spec):
        print("create", spec.name)

    def exec_module(self, module):
        print("execute", module.__name__, type(module).__name__)
        exec(SOURCE, module.__dict__)


section("create and execute")
with Shop(tea=Plain()):
    import tea

    print(tea.kind, tea.__file__ if hasattr(tea, "__file__") else "no file", tea.__loader__ is tea.__spec__.loader)
    print(repr(tea).replace(repr(tea.__loader__), "<loader>"))

section("a module of another type")


class Special(Plain):
    def create_module(self, spec):
        class Module(types.ModuleType):
            def __getattr__(self, name):
                if name.startswith("__"):
                    raise AttributeError(name)
                return f"made up: {name}"

        return Module(spec.name, "documented")


with Shop(tea=Special()):
    import tea

    print(type(tea).__name__, tea.anything, tea.__doc__, tea.kind)
    from tea import nothing_like_it

    print(nothing_like_it)

section("what create module may give")


class Giver(Plain):
    def __init__(self, module):
        self.module = module

    def create_module(self, spec):
        return self.module


for value in [types.SimpleNamespace(), 3, "a str"]:
    with Shop(tea=Giver(value)), shown():
        import tea

        print(type(tea).__name__, getattr(tea, "kind", None))

section("loaders that lack a half")


class OnlyCreate:
    def create_module(self, spec):
        return None


class OnlyExecute:
    def exec_module(self, module):
        module.ready = True


class Nothing:
    pass


for loader in [OnlyCreate(), OnlyExecute(), Nothing(), None]:
    with Shop(tea=loader), shown():
        import tea

        print(type(tea).__name__, getattr(tea, "ready", None))

section("a loader of the old kind")


class Old:
    def load_module(self, name):
        module = sys.modules[name] = types.ModuleType(name)
        module.old = True
        return module


import warnings

with warnings.catch_warnings(record=True) as caught, Shop(tea=Old()):
    warnings.simplefilter("always")
    import tea

    print(tea.old, tea.__loader__.__class__.__name__, repr(tea.__package__), tea.__spec__.name)
    print([(each.category.__name__, str(each.message)) for each in caught])

section("a loader that fails")


class Failing(Plain):
    def exec_module(self, module):
        module.half = True
        raise self.error


for error in [ValueError("spilt"), ImportError("no leaves", name="leaves"), SystemExit(3)]:
    loader = Failing()
    loader.error = error
    with Shop(tea=loader):
        try:
            import tea
        except BaseException as caught:
            print(caught is error, "tea" in sys.modules)

section("source loaders")


class Memory(importlib.abc.SourceLoader):
    sources = {"<tea>": b"# coding: latin-1\nkind = '\xe9t\xe9'\n", "<bad>": b"a = = 1\n", "<code>": b"# coding: nonsense\n"}

    def __init__(self, path):
        self.path = path

    def get_filename(self, fullname):
        return self.path

    def get_data(self, path):
        print("read", path)
        try:
            return self.sources[path]
        except KeyError:
            raise OSError(f"no {path}")


for path in Memory.sources:
    with Shop(tea=Memory(path)), shown():
        import tea

        print(ascii(tea.kind), tea.__file__, tea.__cached__)
loader = Memory("<tea>")
print(ascii(loader.get_source("tea")), loader.is_package("tea"), loader.get_code("tea").co_filename)
with shown():
    Memory("<none>").get_source("tea")
for method in ["path_mtime", "path_stats"]:
    with shown():
        getattr(loader, method)("<tea>")

section("a source loader with a cache of its own")


class Cached(Memory):
    cache = {}
    sources = {"shop/tea.py": b"kind = 'green'\n"}

    def path_stats(self, path):
        return {"mtime": 1_600_000_000, "size": len(self.sources[path])}

    def get_data(self, path):
        print("read", path)
        return self.cache[path] if path in self.cache else self.sources[path]

    def set_data(self, path, data):
        print("write", path, len(data) > 16, data[4:16].hex())
        self.cache[path] = data


for _ in range(2):
    with Shop(tea=Cached("shop/tea.py")):
        try:
            import tea

            print(tea.kind)
        except KeyError as error:
            print("no data for", error)
Cached.cache["shop/__pycache__/tea.cpython-312.pyc"] = b"nonsense"
with Shop(tea=Cached("shop/tea.py")):
    import tea

    print(tea.kind)

section("loading from a file of any name")
path = write("brew.txt", "kind = __name__, __file__ != '', __spec__.has_location\n")
loader = importlib.machinery.SourceFileLoader("brew", path)
spec = importlib.util.spec_from_loader("brew", loader)
print(short(spec.origin), spec.has_location, short(spec.cached))
module = importlib.util.module_from_spec(spec)
loader.exec_module(module)
print(module.kind, "brew" in sys.modules, loader.is_package("brew"), short(loader.path))
print(importlib.util.spec_from_file_location("brew", path))
spec = importlib.util.spec_from_file_location("brew", write("brew.py", "x = 1\n"), submodule_search_locations=[])
print(spec.submodule_search_locations, spec.name, type(spec.loader).__name__)
with shown():
    importlib.util.spec_from_file_location("brew", 3)

section("names that a loader does not serve")
loader = importlib.machinery.SourceFileLoader("tea", write("tea.py", "x = 1\n"))
for call in [loader.get_filename, loader.load_module, loader.get_code]:
    with shown():
        call("other")
print(short(loader.get_filename("tea")), short(loader.get_filename()), loader == importlib.machinery.SourceFileLoader("tea", loader.path))
print(loader.get_code("tea").co_names, loader.is_package("tea"))
with shown():
    loader.get_data("nothing.py")

section("sourceless files")
import py_compile

source = write("tea.py", "kind = __file__[-7:], __cached__[-7:], type(__loader__).__name__\n")
target = os.path.join(sys.path[0], "cup.pyc")
py_compile.compile(source, target, dfile="elsewhere.py")
import cup

print(cup.kind, cup.__loader__.get_source("cup"))
with open(target, "wb") as file:
    file.write(b"nonsense")
del sys.modules["cup"]
with shown():
    import cup
with open(target, "wb") as file:
    file.write(importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(3))
with shown():
    import cup
with open(target, "wb") as file:
    file.write(importlib.util.MAGIC_NUMBER + bytes(4))
with shown():
    import cup
with open(target, "wb") as file:
    file.write(importlib.util.MAGIC_NUMBER + (8).to_bytes(4, "little") + bytes(8))
with shown():
    import cup

section("specs")
spec = importlib.machinery.ModuleSpec("pot.lid", None, origin="here", loader_state=3, is_package=True)
print(spec, spec.parent, spec.cached, spec.has_location, spec.submodule_search_locations)
spec.cached = "cache"
spec.has_location = 1
print(spec.has_location, spec.cached, spec == importlib.machinery.ModuleSpec("pot.lid", None))
other = importlib.machinery.ModuleSpec("tea", None)
print(other, repr(other.parent), other == importlib.machinery.ModuleSpec("tea", None), other == 3)
with shown():
    importlib.util.module_from_spec(other)
module = importlib.util.module_from_spec(importlib.machinery.ModuleSpec("tea", Plain(), is_package=True))
print(module.__path__, module.__package__, module.__name__)

section("names of cache files")
for source, options in [("a/tea.py", {}), ("tea.py", {"optimization": 2}), ("a.b/tea", {"optimization": ""})]:
    print(importlib.util.cache_from_source(source, **options))
with shown():
    importlib.util.cache_from_source("tea.py", optimization="a/b")
for cached in ["a/__pycache__/tea.cpython-312.pyc", "__pycache__/tea.x.opt-2.pyc", "tea.pyc", "__pycache__/tea.pyc", "__pycache__/tea.a.b.pyc", "__pycache__/a.b.c.d.pyc"]:
    with shown():
        print(importlib.util.source_from_cache(cached))
print(importlib.util.source_hash(b"x = 1\n").hex(), importlib.util.decode_source(b"\xef\xbb\xbfx\r\ny\r"). encode())
for name, package in [("tea", None), (".tea", "pot"), ("..tea", "pot.lid"), ("...tea", "pot.lid"), (".tea", ""), (".tea", None)]:
    with shown():
        print(importlib.util.resolve_name(name, package))

section("what the abstract classes say")
print(issubclass(importlib.machinery.SourceFileLoader, importlib.abc.SourceLoader), issubclass(importlib.machinery.PathFinder, importlib.abc.MetaPathFinder))
print(issubclass(importlib.machinery.BuiltinImporter, importlib.abc.InspectLoader), issubclass(importlib.machinery.FileFinder, importlib.abc.PathEntryFinder))
for each in [importlib.abc.Loader, importlib.abc.InspectLoader, importlib.abc.ExecutionLoader, importlib.abc.SourceLoader, importlib.abc.MetaPathFinder]:
    print(each.__name__, sorted(each.__abstractmethods__), [base.__name__ for base in each.__mro__[1:]])
print(importlib.abc.Loader().create_module(None), importlib.abc.MetaPathFinder().invalidate_caches())
with shown():
    importlib.abc.Loader().load_module("tea")
print(importlib.abc.InspectLoader.source_to_code("x = 1", "here").co_filename)
