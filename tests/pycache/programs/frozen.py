# Frozen modules: _imp, FrozenImporter, __hello__ and its relatives.
import _imp
import importlib
import importlib.machinery
import importlib.util
import marshal
import subprocess
import sys
from support.play import section, short, shown

ALIASES = ["__hello__", "__hello_alias__", "__phello_alias__", "__phello_alias__.spam", "__phello__", "__phello__.__init__", "__phello__.ham", "__phello__.ham.__init__", "__phello__.ham.eggs", "__phello__.spam", "__hello_only__"]
SYSTEM = ["_frozen_importlib", "_frozen_importlib_external", "zipimport", "abc", "codecs", "io", "os", "site", "stat", "posixpath", "genericpath", "_collections_abc", "_sitebuiltins", "importlib.util", "importlib.machinery", "runpy", "ntpath"]
NONE = ["sys", "json", "nothing", "", "os.path"]

section("is frozen")
for name in ALIASES + SYSTEM + NONE:
    print(name, _imp.is_frozen(name), _imp.find_frozen(name) is not None)

section("is frozen package")
for name in ALIASES + NONE:
    with shown():
        print(name, _imp.is_frozen_package(name))

section("find frozen")
for name in ALIASES + SYSTEM[:3] + NONE:
    print(name, _imp.find_frozen(name), (_imp.find_frozen(name, withdata=True) or [None])[0] is not None)

section("get frozen object")
for name in ALIASES + NONE:
    with shown():
        code = _imp.get_frozen_object(name)
        print(name, code.co_filename, code.co_name, code.co_firstlineno)
with shown():
    _imp.get_frozen_object("x", b"nonsense")
with shown():
    _imp.get_frozen_object("x", marshal.dumps(3))
print(eval(_imp.get_frozen_object("x", marshal.dumps(compile("1 + 1", "f", "eval")))))

section("init frozen")
print(_imp.init_frozen("json"))
with shown():
    print(_imp.init_frozen("__hello_only__"))
print(_imp._override_frozen_modules_for_tests(0), _imp._frozen_module_names()[:3] == list(_imp._frozen_module_names())[:3])

section("the modules that say hello")
import __hello__

__hello__.main()
print(__hello__.initialized, hasattr(__hello__, "__file__"), __hello__.__spec__.origin, __hello__.__loader__.__name__)
print(repr(__hello__))
import __phello__.spam
import __phello__.ham.eggs

__phello__.main()
print(__phello__.__path__, __phello__.spam.__package__, __phello__.ham.eggs.__name__)
import __hello_alias__

print(__hello_alias__.__name__, __hello_alias__.__spec__.loader_state.origname)
import __phello_alias__

print(__phello_alias__.__path__)

section("its finder and loader")
importer = importlib.machinery.FrozenImporter
for name in ["__hello__", "__phello__", "__phello__.spam", "__hello_alias__", "__hello_only__", "sys"]:
    spec = importer.find_spec(name)
    if spec is None:
        print(name, None)
        continue
    state = spec.loader_state
    print(name, spec.origin, spec.has_location, spec.cached, spec.submodule_search_locations, state.origname, state.filename)
print(importer.is_package("__phello__"), importer.is_package("__hello__"), importer.get_source("__hello__"), importer.get_code("__hello__").co_name)
for call in [importer.is_package, importer.get_code, importer.get_source]:
    with shown():
        call("json")
spec = importer.find_spec("__phello__")
print(importer.find_spec("__phello__.spam", spec.submodule_search_locations).name)
print(importlib.util.module_from_spec(spec).__spec__ is spec)

section("modules of the start")
import os
import abc

for module in [os, abc, importlib._bootstrap]:
    spec = module.__spec__
    print(module.__name__, spec.name, spec.origin, spec.has_location, spec.loader.__name__, spec.loader_state.origname)
print(os.__file__.rpartition("/")[2], abc.__file__.rpartition("/")[2], importlib._bootstrap.__file__.rpartition("/")[2])
print(os.stat.__module__, os.fspath.__name__, os.walk.__code__.co_filename, abc.ABC.__module__)

section("with frozen modules off")
program = "import os, abc, __hello__ as h, _imp; print(os.__spec__.origin.rpartition('/')[2], os.walk.__code__.co_filename.rpartition('/')[2], type(abc.__loader__).__name__, h.__spec__.origin.rpartition('/')[2], _imp.is_frozen('os'))"
for options in [["-X", "frozen_modules=off"], ["-X", "frozen_modules=on"], ["-X", "frozen_modules"], []]:
    print(options[1:], subprocess.run([sys.executable, *options, "-c", program], capture_output=True, text=True).stdout, end="")
result = subprocess.run([sys.executable, "-X", "frozen_modules=maybe", "-c", program], capture_output=True, text=True)
print(result.returncode, result.stderr.partition("\n")[0])

section("other answers of imp")
print(_imp.is_builtin("sys"), _imp.is_builtin("builtins"), _imp.is_builtin("_io"), _imp.is_builtin("os"), _imp.is_builtin("nothing"))
print(_imp.lock_held(), _imp.acquire_lock(), _imp.lock_held(), _imp.release_lock(), _imp.lock_held())
with shown():
    _imp.release_lock()
print(_imp.check_hash_based_pycs, _imp.source_hash(1, b"x").hex())
for arguments in [("a",), (1, "text"), ("a", b"")]:
    with shown():
        _imp.source_hash(*arguments)
with shown():
    _imp.create_builtin(3)
print(_imp.create_builtin(importlib.machinery.ModuleSpec("nothing", None)))
for function in ["is_builtin", "is_frozen", "find_frozen", "get_frozen_object", "is_frozen_package"]:
    with shown():
        getattr(_imp, function)(3)


def inner():
    return None


code = inner.__code__.replace(co_filename="old")
_imp._fix_co_filename(code, "new")
print(code.co_filename)
with shown():
    _imp._fix_co_filename(code, 3)
with shown():
    _imp._fix_co_filename(3, "x")
