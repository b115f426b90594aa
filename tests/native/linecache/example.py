"""linecache: lines of files, of modules with loaders, of lazily known sources."""
import linecache
import os
import tempfile

print(repr(linecache.getline(__file__, 1)), repr(linecache.getline(__file__, 9999)), repr(linecache.getline("nowhere.py", 1)))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x.py")
    with open(path, "w", encoding="utf-8") as f:
        f.write("first\nsecond = 'é'\nlast")
    print(linecache.getlines(path), path in linecache.cache)
    with open(path, "w", encoding="utf-8") as f:
        f.write("changed, and longer than before\n")
    print(linecache.getline(path, 1))
    linecache.checkcache(path)
    print(repr(linecache.getline(path, 1)))
    latin = os.path.join(folder, "latin.py")
    with open(latin, "wb") as f:
        f.write(b"# coding: latin-1\nx = '\xe9'\n")
    print(linecache.getlines(latin))
    broken = os.path.join(folder, "broken.py")
    with open(broken, "wb") as f:
        f.write(b"x = '\xe9'\n")
    print(linecache.getlines(broken))
    empty = os.path.join(folder, "empty.py")
    open(empty, "w").close()
    print(linecache.getlines(empty))
linecache.clearcache()
print(linecache.cache)


class Loader:
    def get_source(self, name):
        return f"# source of {name}\nx = 1\n"


print(linecache.lazycache("<made>", {"__name__": "made", "__loader__": Loader()}), linecache.lazycache("<none>", None))
linecache.lazycache("made.py", {"__name__": "made", "__loader__": Loader()})
print(linecache.getlines("made.py"), linecache.getlines("missing.py", {"__name__": "made", "__loader__": Loader()}))
linecache.cache["<text>"] = (5, None, ["a\n", "b\n"], "<text>")
print(repr(linecache.getline("<text>", 2)), repr(linecache.getline("<text>", 0)), repr(linecache.getline("<text>", 3)))
linecache.checkcache()
print("<text>" in linecache.cache)
try:
    exec(compile("def f():\n    1/0\nf()", "<text>", "exec"))
except ZeroDivisionError:
    import traceback
    print(traceback.format_exc().splitlines()[-3:])
