# What _warnings takes from the module `warnings`, what it keeps of it, and what it refuses.
import sys
import warnings
from warnings import warn_explicit


def show(title, act):
    try:
        act()
    except Exception as error:
        print(title, type(error).__name__, error)
    else:
        print(title, "done")


def explicit(**more):
    return lambda: warn_explicit("text", UserWarning, "file.py", 3, **more)


class Loader:
    def __init__(self, source):
        self.source = source

    def get_source(self, name):
        print("source of", name)
        return self.source


sys.stderr = sys.stdout
with warnings.catch_warnings():
    warnings.simplefilter("always")
    show("globals", explicit(module_globals=True))
    show("registry", explicit(registry=3))
    show("filename", lambda: warn_explicit("text", UserWarning, None, 3))
    show("category", lambda: warn_explicit("text", None, "file.py", 3))
    show("function", lambda: warn_explicit("text", lambda text: text, "file.py", 3))
    show("no line", explicit(module_globals={"__loader__": Loader("one\n"), "__name__": "m"}))
    show("no source", explicit(module_globals={"__loader__": Loader(None), "__name__": "m"}))
    del warnings._showwarnmsg
    show("line", explicit(module_globals={"__loader__": Loader("1\n2\n  three\n"), "__name__": "m"}))
    warnings._showwarnmsg = warnings._showwarnmsg_impl

for filters in ([(None, None, Warning, None, 0)], [("default",)], 3, [("strange", None, Warning, None, 0)]):
    with warnings.catch_warnings():
        warnings.filters = filters
        show(filters, explicit())

with warnings.catch_warnings():
    warnings.filters = []
    for action in (None, "error", "strange"):
        warnings.defaultaction = action
        show(action, explicit())
    warnings.defaultaction = "default"
    warnings.filters = [("error", None, Warning, None, 0)]
    show("filters", explicit())
    del warnings.filters
    show("filters gone", explicit())
    warnings.filters = [("once", None, Warning, None, 0)]
    registry = warnings.onceregistry
    for once in (3, {}):
        warnings.onceregistry = once
        show(type(once).__name__, explicit())
    del warnings.onceregistry
    show("registry gone", explicit())
    warnings.onceregistry = registry

# A warning about an object says how to find out where that was made.
warnings.simplefilter("always")
warn_explicit("lost", ResourceWarning, "file.py", 7, source=object())
