# Code objects: names, constants, flags, replace, and functions built from them.
import types


def outer(a, b=2, *args, c, **kw):
    "doc"
    local = a

    def inner(x):
        return x + local + b

    return inner


code = outer.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_kwonlyargcount, code.co_nlocals, code.co_varnames, code.co_cellvars, code.co_freevars)
print(code.co_consts[0], [type(c).__name__ for c in code.co_consts], code.co_names, bool(code.co_flags & 4), bool(code.co_flags & 8))
inner = outer(1, c=0)
print(inner(10), inner.__code__.co_freevars, [c.cell_contents for c in inner.__closure__])
renamed = inner.__code__.replace(co_name="renamed")
print(renamed.co_name, renamed == inner.__code__, renamed.co_firstlineno - code.co_firstlineno)
made = types.FunctionType(inner.__code__, globals(), "made", None, (types.CellType(100), types.CellType(200)))
print(made(1), made.__name__)
try:
    types.FunctionType(inner.__code__, globals())
except TypeError as error:
    print(error)
f = compile("def f(x): return x * 2", "<made>", "exec").co_consts[0]
print(types.FunctionType(f, {})(21), f.co_filename, list(f.co_lines())[0][2], f.co_stacksize > 0)
print([name for name in dir(code) if name.startswith("co_")])
