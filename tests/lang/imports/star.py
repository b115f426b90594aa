# from m import *: with and without __all__.
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
from simple import *

print(value, function(), "_private" in globals())
from with_all import *

print(shown, also, "not_shown" in globals())
import with_all

with_all.__all__ = ["missing"]
try:
    exec("from with_all import *")
except AttributeError as error:
    print(error)
