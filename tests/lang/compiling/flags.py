"""compile() with its flags."""
import __future__
import ast
import marshal


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


for name in ("PyCF_ALLOW_TOP_LEVEL_AWAIT", "PyCF_ONLY_AST", "PyCF_TYPE_COMMENTS"): print(name, getattr(ast, name))
show("tla", lambda: compiled("await x\n", "f.py", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT))
show("tla eval", lambda: compiled("[a async for a in b]", "f.py", "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT))
show("tla single", lambda: compiled("async with a: await b\n", "f.py", "single", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT))
show("no tla", lambda: compiled("await x\n", "f.py", "exec"))
show("onlyast", lambda: ast.dump(compile("x = 1", "f.py", "exec", ast.PyCF_ONLY_AST)))
show("func_type", lambda: ast.dump(ast.parse("(int, *str, **Any) -> float", mode="func_type")))
show("func_type2", lambda: ast.dump(ast.parse("() -> List[int]", mode="func_type")))
show("func_type bad", lambda: ast.dump(ast.parse("(int, *str, **Any) float", mode="func_type")))
show("func_type nocompile", lambda: compile("() -> x", "f.py", "func_type"))
show("bad flags", lambda: compile("x", "f.py", "exec", 1 << 30))
show("bad mode", lambda: compile("x", "f.py", "foo"))
show("bad optimize", lambda: compile("x", "f.py", "exec", optimize=3))
for o in (-1, 0, 1, 2): show(f"opt {o}", lambda: compiled("'''doc'''\nassert x\nif __debug__: y\ndef f():\n  'd'\n", "f.py", "exec", optimize=o))
show("dont_imply", lambda: compiled("if x:\n  y\n", "f.py", "single", 0x200))
show("dont_imply2", lambda: compiled("if x:\n  y", "f.py", "single", 0x200))
show("incomplete", lambda: compiled("if x:\n  y", "f.py", "single", 0x4000 | 0x200))
show("incomplete2", lambda: compiled("x = (1,", "f.py", "single", 0x4000))
show("incomplete3", lambda: compiled("x = '''abc", "f.py", "single", 0x4000))
show("incomplete4", lambda: compiled("def f(x):", "f.py", "exec", 0x4000))
show("null", lambda: compile("a\0b", "f.py", "exec")); show("nullb", lambda: compile(b"a\0b", "f.py", "exec"))
show("surr", lambda: compile("'\ud800'", "f.py", "exec")); show("ba", lambda: compiled(bytearray(b"x=1"), "f.py", "exec")); show("mv", lambda: compiled(memoryview(b"x=1"), "f.py", "exec"))
for n in __future__.all_feature_names:
    f = getattr(__future__, n).compiler_flag
    show("future " + n, lambda: (compile("def f(a: b): pass\nx <> y" if n == "barry_as_FLUFL" else "def f(a: b): pass", "f.py", "exec", f, True).co_flags, f))
