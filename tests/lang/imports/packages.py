# Packages: __init__, relative imports, submodules as attributes, dotted names.
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
import package.second

print(package.second.joined, package.first_name, package.sub.deep.same)
print(sorted(name for name in sys.modules if name.startswith("package")))
import package.sub.deep as deep

print(deep.__name__, deep.__package__, package.__path__ is not None, hasattr(package.first, "__path__"))
from package import *

print(first.name, second.joined == package.second.joined)
from package.sub import deep as same_deep

print(same_deep is deep, package.__spec__.submodule_search_locations == package.__path__)
for name in ("package.nothing", "package.first.x", "nowhere.sub"):
    try:
        __import__(name)
    except ImportError as error:
        print(type(error).__name__, error, error.name)
try:
    import package.beyond
except ImportError as error:
    print(error)
try:
    from package import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
