# Replacing __code__, __defaults__, __kwdefaults__, __globals__ and others while a function lives, and what is refused.
import types


def f(a, b=1, *, c=2):
    return a, b, c


def g(a, b, c=3, *args, d):
    return "g", a, b, c, args, d


def show(name, function):
    try:
        print(name, "=", function())
    except Exception as error:
        print(name, "->", type(error).__name__, error)


f.__defaults__ = (10, 20)
show("two defaults", lambda: f())
f.__defaults__ = (1, 2, 3)
show("too many defaults", lambda: f())
f.__defaults__ = None
show("none", lambda: f(1))
f.__defaults__ = ()
show("empty", lambda: f(1, 2))
f.__kwdefaults__ = {"c": "new", "zz": 1}
show("kwdefaults", lambda: f(1, 2))
f.__kwdefaults__ = None
show("no kwdefaults", lambda: f(1, 2))
f.__kwdefaults__ = {}
f.__kwdefaults__["c"] = "late"
show("late", lambda: f(1, 2))
for attribute, value in [("__defaults__", [1]), ("__defaults__", 5), ("__kwdefaults__", []), ("__kwdefaults__", 5), ("__code__", None), ("__code__", "x"), ("__globals__", {}), ("__closure__", ()), ("__name__", 5), ("__qualname__", None), ("__dict__", 5), ("__dict__", {"k": 1}), ("__annotations__", 5), ("__annotations__", {"x": int}), ("__annotations__", None), ("__doc__", 5), ("__module__", 5), ("__type_params__", ()), ("__type_params__", []), ("__type_params__", 5), ("__builtins__", {}), ("__get__", 5), ("anything", 5), ("__class__", int), ("__call__", lambda: "ignored")]:
    try:
        setattr(f, attribute, value)
        print(attribute, "set", getattr(f, attribute) if attribute != "__call__" else f(1, 2))
    except Exception as error:
        print(attribute, type(error).__name__, error)
for attribute in ("__code__", "__name__", "__defaults__", "__kwdefaults__", "__dict__", "__doc__", "__annotations__", "__module__", "anything", "missing", "__globals__", "__type_params__"):
    try:
        delattr(f, attribute)
        print(attribute, "deleted", getattr(f, attribute, "nothing"))
    except Exception as error:
        print(attribute, type(error).__name__, error)
f.__code__ = g.__code__
f.__kwdefaults__ = {"d": "kd"}
show("code of g", lambda: f(1, 2, 3, 4, 5))
show("name stays", lambda: (f.__name__, f.__code__.co_name, f.__qualname__))


def closure():
    x = "cell"

    def inner():
        return x

    def other():
        return x, "other"

    return inner, other


inner, other = closure()
inner.__code__ = other.__code__
show("closure", inner)
show("no free variables", lambda: setattr(inner, "__code__", f.__code__))
show("free variables", lambda: setattr(f, "__code__", other.__code__))
show("FunctionType", lambda: types.FunctionType(g.__code__, {}, "made", (7,), None)(1, 2, d=0))
show("FunctionType closure", lambda: types.FunctionType(other.__code__, {}, None, None, (types.CellType("given"),))())
for args in [(other.__code__, {}), (other.__code__, {}, None, None, ()), (other.__code__, {}, None, None, (5,)), (other.__code__, {}, None, None, 5), (g.__code__, {}, 5), (g.__code__, {}, None, 5), (g.__code__, {}, None, None, (types.CellType(1),)), (5, {}), (g.__code__, 5), (g.__code__,)]:
    show("FunctionType", lambda: types.FunctionType(*args))
cell = inner.__closure__[0]
cell.cell_contents = "changed"
show("cell", lambda: (inner(), other()))
del cell.cell_contents
show("empty cell", inner)
show("contents", lambda: cell.cell_contents)
show("cell repr", lambda: repr(cell).split(" at ")[0] + repr(cell)[-7:])
show("cells compare", lambda: (types.CellType(1) < types.CellType(2), types.CellType() < types.CellType(0), types.CellType(1) == types.CellType(1)))
code = g.__code__.replace(co_name="renamed", co_consts=g.__code__.co_consts, co_firstlineno=99)
show("replace", lambda: (code.co_name, code.co_firstlineno, code == g.__code__, hash(code) == hash(code)))
show("replace wrong", lambda: g.__code__.replace(co_argcount=-1))
show("replace nonsense", lambda: g.__code__.replace(co_zz=1))
show("replace type", lambda: g.__code__.replace(co_name=5))
show("varnames", lambda: (g.__code__.co_varnames, g.__code__.co_argcount, g.__code__.co_kwonlyargcount, g.__code__.co_posonlyargcount, g.__code__.co_flags & 0x0C))
