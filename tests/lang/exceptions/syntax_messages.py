# The messages of the parser and the compiler.
sources = [
    "x = ", "if x\n  pass", "def f(a, a): pass", "return 1", "break", "yield 1", "f(a=1, 2)", "f(**k, *a)", "1 = x", "x + 1 = 2",
    "a b", "print 'x'", "for x in", "(1, 2", "[1, 2", "'abc", '"""abc', "x = )", "def f():\npass", "  x", "if 1:\n  a\n b",
    "else: pass", "class C(: pass", "import", "from x import", "from . import *, a", "lambda: (yield)", "nonlocal x", "global x; x = 1; global x",
    "def f():\n  x = 1\n  global x", "f() = 1", "del f()", "None = 1", "True += 1", "x: int: str", "async x", "await y", "a = 1 if 2",
    "{1: 2, 3}", "{1, 2: 3}", "*a", "*a = 1", "a, *b, *c = d", "f'{'", "f'{}'", "f'{a b}'", "0777", "1__0", "0x", "1e", "5a", "'\\N{nope}'",
    "b'é'", "try:\n  pass", "try: pass\nexcept: pass\nexcept A: pass", "with a as 1: pass", "match x:\n  case 1 | a: pass\n  case b.c(d, d): pass",
    "def f(*): pass", "def f(a=1, b): pass", "x = yield = 1", "(a for a in b) = 1", "f(a for a in b, c)", "i = i++", "a ? b", "x = $", "not = 1",
    "raise x from", "assert", "@", "@f", "elif x: pass", "from __future__ import nope", "class C:\n  return", "a := 1", "(a := 1) := 2", "x.1",
]
for source in sources:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
