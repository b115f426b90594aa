# Replacing __code__, __defaults__, __kwdefaults__, __name__, __qualname__, __doc__, __annotations__, __dict__, __module__ of functions.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
def f(a, b=2, *, c=3):
    "doc of f"
    return a, b, c
def g(x, y, z):
    return "g", x, y, z
f.__defaults__ = (10, 20)
show(lambda: f())
f.__defaults__ = None
show(lambda: f(1))
f.__kwdefaults__ = {"c": "new", "unknown": 1}
show(lambda: f(1, 2))
f.__kwdefaults__ = None
show(lambda: f(1, 2))
f.__code__ = g.__code__
f.__defaults__ = (7,)
show(lambda: f(1, 2))
show(lambda: (f.__name__, f.__qualname__, f.__doc__, f.__code__.co_name))
def outer():
    v = 1
    def inner():
        return v
    return inner
closure = outer()
for name, value in [("__code__", closure.__code__), ("__code__", 3), ("__defaults__", [1]), ("__defaults__", 3), ("__kwdefaults__", [1]), ("__kwdefaults__", {}), ("__name__", 3), ("__name__", "renamed"), ("__qualname__", b"q"),
                    ("__qualname__", "Some.where"), ("__doc__", 5), ("__annotations__", 3), ("__annotations__", {"a": int}), ("__annotations__", None), ("__dict__", 3), ("__dict__", {"x": 1}), ("__module__", "elsewhere"), ("__module__", 3),
                    ("__closure__", None), ("__globals__", {}), ("__builtins__", {}), ("__type_params__", 3), ("__type_params__", ()), ("anything", 1)]:
    show(lambda: (name, setattr(f, name, value), getattr(f, name)))
for name in ("__code__", "__defaults__", "__kwdefaults__", "__name__", "__qualname__", "__doc__", "__annotations__", "__dict__", "__module__", "__closure__", "x", "absent"):
    show(lambda: (name, delattr(f, name)))
print(f.__defaults__, f.__kwdefaults__, f.__doc__, f.__annotations__, f.__name__)
other = outer()
other.__code__ = (lambda: (v := 5) and v).__code__ if False else other.__code__
show(lambda: setattr(closure, "__code__", g.__code__))
def two_free():
    a = b = 1
    return lambda: (a, b)
show(lambda: setattr(closure, "__code__", two_free().__code__))
def same_count():
    w = "other"
    return lambda: ("lambda", w)
closure.__code__ = same_count().__code__
print(closure())
import types
made = types.FunctionType(g.__code__, {"__name__": "elsewhere"}, "made", (1, 2))
print(made(0), made.__name__, made.__module__, made.__qualname__, made.__defaults__)
show(lambda: types.FunctionType(closure.__code__, {}))
show(lambda: types.FunctionType(closure.__code__, {}, closure=()))
show(lambda: types.FunctionType(closure.__code__, {}, closure=(3,)))
show(lambda: types.FunctionType(closure.__code__, {}, closure=(types.CellType("cell"),))())
show(lambda: types.FunctionType(g.__code__, {}, None, None, (types.CellType(1),)))
show(lambda: types.FunctionType(g, {}))
show(lambda: types.FunctionType(g.__code__, 3))
show(lambda: types.FunctionType(g.__code__, {}, 3))
show(lambda: types.FunctionType(g.__code__, {}, "n", 3))
