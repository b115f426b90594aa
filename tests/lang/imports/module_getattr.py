# __getattr__ and __dir__ of a module; modules as objects.
import os.path
import sys
import types

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
import lazy
from lazy import dynamic

print(lazy.dynamic, dynamic, dir(lazy))
try:
    lazy.other
except AttributeError as error:
    print(error)
try:
    from lazy import other
except ImportError as error:
    print(str(error).split(" (")[0])
m = types.ModuleType("made", "doc")
m.x = 1
print(m, m.__doc__, m.__name__, m.x, m.__dict__["x"])
sys.modules["made"] = m
import made

print(made.x)
try:
    made.y
except AttributeError as error:
    print(error)


class Special(types.ModuleType):
    @property
    def computed(self):
        return "from property"


m.__class__ = Special
print(made.computed)
