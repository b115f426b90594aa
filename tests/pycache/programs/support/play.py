"""What the programs share: sections of output, files in the working folder, errors as a line."""

import contextlib
import importlib
import os
import sys
import textwrap

AT_FIRST = set(sys.modules)


def section(name):
    """Starts a section, with nothing left of the one before: modules, finders' memories, search path."""
    for each in [each for each, module in sys.modules.items() if each not in AT_FIRST and _is_ours(module)]:
        del sys.modules[each]
    sys.path_importer_cache.clear()
    importlib.invalidate_caches()
    folder = os.path.join(os.getcwd(), name.replace(" ", "_"))
    os.mkdir(folder)
    sys.path[:] = [folder] + [entry for entry in sys.path if not entry.startswith(os.getcwd())]
    sys.stdout.flush()
    print("==", name)
    return folder


def _is_ours(module):
    spec = getattr(module, "__spec__", None)
    path = getattr(module, "__file__", None) or next(iter(getattr(module, "__path__", [])), "")
    return path.startswith(os.getcwd()) or spec is None


def write(path, text=""):
    """A file below the first folder of the search path."""
    path = os.path.join(sys.path[0], path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(textwrap.dedent(text))
    importlib.invalidate_caches()
    return path


@contextlib.contextmanager
def shown():
    """Shows the exception that ends the block."""
    try:
        yield
    except Exception as error:
        cause = error.__cause__
        print(f"{type(error).__name__}: {short(error)}")
        if isinstance(error, ImportError):
            print("  name:", error.name, "path:", error.path and short(error.path))
        if cause is not None:
            print(f"  from {type(cause).__name__}: {short(cause)}")


def short(value):
    """Its text, without the folder of the section."""
    return str(value).replace(sys.path[0], "<here>")
