"""Code objects: attributes, replace(), positions."""
import marshal
import types
import warnings


def show(label, work):
    try:
        result = work()
    except BaseException as error:
        details = error.args
        if isinstance(error, SyntaxError):
            details = (error.msg, error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)
        result = (type(error).__name__, details)
    print(label, "->", result)


def compiled(*arguments, **options):
    """The end of the marshal data of what compile() gives."""
    code = compile(*arguments, **options)
    return marshal.dumps(code).hex()[-40:]


def f(a, b=1, *c, d, **e):
    'doc'
    x = [i for i in a]
    try:
        return lambda: (x, a)
    except E as q:
        raise
k = f.__code__
print(k.co_name, k.co_qualname, k.co_argcount, k.co_posonlyargcount, k.co_kwonlyargcount, k.co_nlocals, k.co_stacksize, k.co_flags, k.co_varnames, k.co_cellvars, k.co_freevars, k.co_names, k.co_exceptiontable.hex(), k.co_linetable.hex())
with warnings.catch_warnings(): warnings.simplefilter("ignore"); print(k.co_lnotab.hex())
print(list(k.co_lines())); print(list(k.co_positions()))
k2 = k.replace(); print(k2 == k, hash(k2) == hash(k), k2 is k); print(k.replace(co_name="g") == k, k.replace(co_name="g").co_qualname, k.replace(co_firstlineno=10) == k, k.replace(co_filename="q") == k, k.replace(co_qualname="zz") == k, k.replace(co_stacksize=50) == k)
for kw in (dict(co_argcount=-1), dict(co_code=b"a"), dict(co_nlocals=3), dict(co_varnames=("a",)), dict(foo=1), dict(co_consts=[1]), dict(co_name=1), dict(co_flags="x"), dict(co_names=(1,)), dict(co_code="x"), dict(co_linetable=1), dict(co_filename=None), dict(co_freevars=("zz",)), dict(co_cellvars=()), dict(co_argcount=20), dict(co_kwonlyargcount=100), dict(co_posonlyargcount=5)):
    show(f"replace {kw}", lambda: k.replace(**kw).co_name)
show("ctor", lambda: types.CodeType(0,0,0,0,1,0,b"\x97\x00d\x00S\x00",(None,),(),(),"f","n","q",1,b"",b"",(),()).co_positions and list(types.CodeType(0,0,0,0,1,0,b"\x97\x00d\x00S\x00",(None,),(),(),"f","n","q",1,b"",b"",(),()).co_positions()))
show("positions", lambda: list(compile("x = (\n 1 +\n y)", "f.py", "exec").co_positions()))
