"""A module that is nowhere: the error's fields, its context, and a traceback that begins at the statement."""
import sys
import traceback


def attempt(statement):
    try:
        exec(compile(statement, "statement", "exec"), {})
    except ImportError as error:
        print(statement, "->", type(error).__name__, error.args, error.msg, error.name, error.path)
        print("  context", repr(error.__context__), "cause", error.__cause__)
        print("  frames", [frame.name for frame in traceback.extract_tb(error.__traceback__)])
        print("  left behind", [name for name in sys.modules if "nowhere" in name])


attempt("import nowhere_at_all")
attempt("import json.nowhere")
attempt("import json.nowhere.deeper")
attempt("import math.nowhere")
attempt("from json import nowhere")
attempt("import keyword.nowhere")
try:
    {}["key"]
except KeyError:
    attempt("import nowhere_after_all")

# Once there, it is found.
sys.path.append("later")
attempt("import nowhere_yet")
import os

os.mkdir("later")
with open("later/nowhere_yet.py", "w") as file:
    file.write("print('found', __name__)\n")
attempt("import nowhere_yet")
sys.path_importer_cache.clear()
attempt("import nowhere_yet")
os.remove("later/nowhere_yet.py")
del sys.modules["nowhere_yet"]
attempt("import nowhere_yet")

# Whoever looks for modules himself is asked.
class Finder:
    def find_spec(self, name, path=None, target=None):
        print("asked for", name)


sys.meta_path.append(Finder())
attempt("import nowhere_still")
sys.meta_path.pop()
sys.path_hooks.insert(0, lambda entry: print("hook for", os.path.basename(entry)) or (_ for _ in ()).throw(ImportError))
os.mkdir("third")
sys.path.append(os.path.abspath("third"))
attempt("import nowhere_either")
