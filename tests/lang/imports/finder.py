# A finder and loader of one's own on sys.meta_path.
import importlib.abc
import importlib.machinery
import sys

SOURCES = {"virtual": "x = 1\nfrom virtual.child import y\n", "virtual.child": "y = __name__\n"}


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name in SOURCES:
            print("find", name, path)
            return importlib.machinery.ModuleSpec(name, self, is_package=name == "virtual")
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        print("exec", module.__name__)
        exec(SOURCES[module.__name__], module.__dict__)


sys.meta_path.insert(0, Finder())
import virtual

print(virtual.x, virtual.y, virtual.__spec__.loader.__class__.__name__, virtual.__path__)
try:
    import virtual.other
except ImportError as error:
    print(error)
