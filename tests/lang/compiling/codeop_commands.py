"""codeop: complete, incomplete and wrong commands."""
import codeop
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


for s in ("", "x", "x = 1", "if x:", "if x:\n  y", "if x:\n  y\n", "x = (", "x = '''", "x )", "def f():\n  pass\n", "@a", "@a\n", "class A:", "try:", "try:\n  x\n", "try:\n  x\nexcept: y\n", "\\", "x = \\\n", "'abc", "f'''{", "f'{", "for x in y: pass\n", "lambda", "# c", "\n", "  ", "if 1: pass\nelse", "a = 1;", "1 +", "x = 1\ny = 2", "0xfg", "match x:\n case 1:", "async def f():\n  await", "return"):
    for mode in ("single", "exec", "eval"):
        show(f"codeop {mode} {s!r}", lambda: (lambda r: r if r is None else r.co_code.hex())(codeop.compile_command(s, "<input>", mode)))
comp = codeop.CommandCompiler()
show("cc", lambda: comp("from __future__ import annotations").co_flags)
show("cc", lambda: comp("def f(a: b): pass\n").co_consts[0].co_flags)
show("cc", lambda: comp.compiler.flags)
