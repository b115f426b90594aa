"""Runs programs inside the reference CPython as `python3.12 program.py` would, one after the other.

A program gets a new __main__, new standard streams and the modules of a fresh interpreter; what it changed in sys,
builtins and warnings is put back afterwards. The traceback starts at the program's own first frame.
"""
import atexit
import builtins
import gc
import io
import linecache
import os
import shutil
import sys
import types
import warnings
import weakref

SCRATCH = "/home/pyodide/scratch"
BASE_MODULES = set(sys.modules)
BASE_PATH = list(sys.path)
BASE_SYS = dict(vars(sys))
BASE_BUILTINS = dict(vars(builtins))
BASE_LIMIT = sys.getrecursionlimit()


def open_streams():
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), "utf-8")
    sys.stdout = sys.__stdout__ = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), "utf-8")
    stderr = io.BufferedWriter(io.FileIO(2, "w", closefd=False))
    sys.stderr = sys.__stderr__ = io.TextIOWrapper(stderr, "utf-8", "backslashreplace", line_buffering=True)
    for name in ("stdin", "stdout", "stderr"):
        getattr(sys, name).mode = "r" if name == "stdin" else "w"


SHOW_WARNING = warnings.showwarning


def prepare(path, argv):
    os.chdir("/")
    shutil.rmtree(SCRATCH, ignore_errors=True)
    os.mkdir(SCRATCH)
    os.chdir(SCRATCH)
    sys.argv = [path, *argv]
    sys.orig_argv = ["python3.12", path, *argv]
    sys.path[:] = [os.path.dirname(path), *BASE_PATH]
    sys.dont_write_bytecode = True
    sys.path_importer_cache.clear()
    linecache.clearcache()
    warnings.resetwarnings()
    warnings.showwarning = SHOW_WARNING
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", category, append=True)
    open_streams()


def is_native(module):
    """C modules stay: C code elsewhere keeps pointers into them."""
    return getattr(module, "__spec__", None) is not None and not getattr(module.__spec__, "has_location", True)


def restore():
    sys.settrace(None)
    sys.setprofile(None)
    for space, base in ((sys, BASE_SYS), (builtins, BASE_BUILTINS)):
        for name in set(vars(space)) - set(base):
            delattr(space, name)
        for name, value in base.items():
            if vars(space).get(name) is not value:
                setattr(space, name, value)
    sys.setrecursionlimit(BASE_LIMIT)
    # The exit functions have run; the next program's finalizers must not believe that theirs have.
    weakref.finalize._shutdown = weakref.finalize._registered_with_atexit = False
    for name in set(sys.modules) - BASE_MODULES:
        if not is_native(sys.modules[name]):
            del sys.modules[name]
    for module in list(sys.modules.values()):
        if isinstance(module, types.ModuleType):
            vars(module).pop("__warningregistry__", None)


def exit_code(value):
    """What the process returns for SystemExit(value), after printing a value that is no number."""
    if value is None:
        return 0
    if isinstance(value, int):
        return value & 0xFF
    print(value, file=sys.stderr)
    return 1


def report(error, traceback):
    if isinstance(error, SystemExit):
        return exit_code(error.code)
    sys.excepthook(type(error), error, traceback)
    return 130 if isinstance(error, KeyboardInterrupt) else 1


def execute(path):
    main = types.ModuleType("__main__")
    main.__file__ = path
    main.__builtins__ = builtins
    main.__loader__ = None
    main.__spec__ = None
    main.__dict__.setdefault("__annotations__", {})
    main.__cached__ = None
    sys.modules["__main__"] = main
    with open(path, "rb") as file:
        source = file.read()
    try:
        code = compile(source, path, "exec", dont_inherit=True)
    except BaseException as error:
        return report(error, None)
    del source
    try:
        exec(code, main.__dict__)
    except BaseException as error:
        return report(error, error.__traceback__.tb_next)
    return 0


def run(path, argv):
    prepare(path, argv)
    try:
        code = execute(path)
        atexit._run_exitfuncs()
        sys.modules["__main__"] = sys
        gc.collect()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except ValueError:
                pass
        return code
    finally:
        restore()
        gc.collect()
