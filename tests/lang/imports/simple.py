# import in its forms; a module runs once; names it binds.
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
import simple
import simple as again
from simple import function, value as renamed

print(simple is again, function(), renamed, simple.__name__, simple.__doc__)
print("simple" in sys.modules, sys.modules["simple"] is simple, os.path.basename(simple.__file__))
simple.value = 7
print(function(), renamed)
del sys.modules["simple"]
import simple as fresh

print(fresh is simple, fresh.value)


def local_import():
    import simple

    return simple.value


print(local_import())
