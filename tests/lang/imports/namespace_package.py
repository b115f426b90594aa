# A folder without __init__ is a namespace package.
import os.path
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "support"))
import namespace.part

print(namespace.part.location, namespace.__name__, namespace.__file__ if hasattr(namespace, "__file__") else "no file")
print(type(namespace.__path__).__name__, len(list(namespace.__path__)), namespace.__spec__.origin)
import namespace as ns

print(ns is namespace, [n for n in dir(namespace) if not n.startswith("__")])
