"""__import__ and globals, locals."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(__import__("sys").__name__, __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).__name__, __import__(name="sys").__name__)
for args in ((5,), ("",), ("no_such_module",), ("os.no_such_module",), ("x", None, None, (), -1), ("x", {}, None, (), 1)):
    error(__import__, *args)
def local(a, b=2):
    c = 3
    snapshot = locals()
    d = 4
    return sorted(snapshot), sorted(locals())
print(local(1), globals()["local"] is local, globals() is locals())
class Body:
    x = 1
    print(sorted(name for name in locals() if not name.startswith("__")))
error(globals, 1)
