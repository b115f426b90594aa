"""codeop.compile_command: complete, incomplete and wrong input."""
import codeop
import warnings

SOURCES = ["", "\n", "#\n", "a = 1", "a = 1\n", "if 9 == 3:\n  pass\n", "if 9 == 3:\n  pass\nelse:\n  pass\n", "if x:", "if x:\n  pass", "if x:\n  y\nelse:",
           "(a **", "(a,b,", "def f():\n  return (", "def f():\n  pass", "a = (", "a = {", "b + {", "'''a", "'''a\n", "'a", "'a\\", "a\\", "a \\\n", "f'''{a", "f'{a", "x for x",
           "for x in", "while 1:\n  a\n\n", "@a.b.c", "@a\n", "class A:", "class A: pass", "try:", "try:\n  a\nexcept", "try: a", "with x:", "match x:", "lambda z: \\", "return",
           "yield", "a b", "a b(", "1 = 2", "del 1", "def x(x):", "async def f():", "del (1,)", "a = ']'+", "[i for i in (", "x = 1; y = (", "   x", "if 1:\nx", "\\", "a?", "import", "from x import ("]


def kind(source, symbol):
    try:
        code = codeop.compile_command(source, "<input>", symbol)
    except (SyntaxError, OverflowError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return "incomplete" if code is None else f"complete, {len(code.co_consts)} constants"


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    for source in SOURCES:
        print(repr(source))
        for symbol in ("single", "exec", "eval"):
            print(f"    {symbol}: {kind(source, symbol)}")
compiler = codeop.CommandCompiler()
print(compiler("from __future__ import annotations") is not None)
code = compiler("x: undefined = 1")
scope = {}
exec(code, scope)
print(scope["__annotations__"])
plain = codeop.Compile()
print(eval(plain("1 + 1", "<c>", "eval")), hex(plain.flags & ~0x4200))
try:
    codeop.compile_command("x", symbol="other")
except ValueError as error:
    print(error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    codeop.compile_command("x is 1")
print([str(warning.message) for warning in caught])
