"""Processes with the interface of threads, as CPython's package has it.

CPython's own __init__.py is replaced for one reason: on Linux it forks, and a process of ours cannot be forked (there is no
os.fork). So a process is started as on Windows: 'spawn' is the default, and the only start method there is.
"""
import os
import sys

from . import context

if not hasattr(os, "fork"):
    for _method in ("fork", "forkserver"):
        del context._concrete_contexts[_method]
    context._default_context._default_context = context._concrete_contexts["spawn"]
    context._default_context.get_all_start_methods = lambda: ["spawn"]
    del _method

# The methods of the default context are the package's functions.
__all__ = []
for _name in dir(context._default_context):
    if _name[0] != "_":
        __all__.append(_name)
        globals()[_name] = getattr(context._default_context, _name)
del _name

# Levels of the package's log, between those of `logging`.
SUBDEBUG = 5
SUBWARNING = 25

# What the main module defines is pickled by this name, under which a child finds its own copy of that module.
if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]
