# del of every target, annotations at every level, what __annotations__ holds and when, global and nonlocal statements and their errors.
def show(source, scope=None):
    scope = {} if scope is None else scope
    try:
        exec(source, scope)
        print(repr(source), {k: v for k, v in scope.items() if k != "__builtins__" and not callable(v)})
    except Exception as error:
        print(repr(source), "!", type(error).__name__, error if not isinstance(error, SyntaxError) else error.msg)
for source in ("a = 1; del a", "del a", "a = b = 1; del (a, b)", "a = [1, 2, 3]; del a[0], a[-1:]", "class O: x = 1\ndel O.x\nprint(hasattr(O, 'x'))", "a = {1: 2}; del a[1]", "a = {}; del a[1]", "del ()", "del []", "a = 1\ndef f():\n global a\n del a\nf()", "def f():\n x = 1\n del x\n return x\nf()",
               "x: int", "x: int = 5", "x: undefined_name", "(x): int = 1", "x.y: int", "a = {}\na['k']: str = 's'", "a[0]: int", "def f():\n x: undefined\n return 'lazy'\nprint(f())", "def f():\n x: int\n return x\nf()", "class C:\n x: int\n y: str = 's'\nprint(C.__annotations__)", "class C: pass\nprint(C.__annotations__)", "x: int\nx: str\ny: 'forward'", "def f(a: 1, *b: 2, c: 3 = 0, **d: 4) -> 5: pass\nprint(f.__annotations__)", "from __future__ import annotations\nx: undefined[1, 2]\ndef f(a: b.c) -> d or e: pass\nprint(f.__annotations__)", "lambda: (yield)", "x: int = print('evaluated'); y: print('annotation')"):
    show(source)
for source in ("def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n global x\n x: int = 1", "def f():\n nonlocal x", "nonlocal x", "def f():\n x = 1\n def g():\n  nonlocal x\n  global x", "def f():\n x = 1\n def g(x):\n  nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "class C:\n nonlocal x", "def f():\n global x, y\n x = y = 1\nf()", "global x\nx = 1", "def f():\n x = 1\n class C:\n  nonlocal x\n  x = 2\n return x\nprint(f())", "def f():\n for global_ in 'a': pass\n return global_\nprint(f())", "def f():\n import os as x\n global x", "def f():\n [x for x in 'a']\n global x\n x = 5\nf()", "def f():\n with open as x: pass\n nonlocal x", "def f(a, a): pass", "lambda a, a: 0", "def f():\n global f\n f = 3\nf()", "def f():\n (x := 1)\n global x", "import __future__\nfrom __future__ import division", "x = 1\nfrom __future__ import division", "from __future__ import nope", "from __future__ import braces", "return 1", "yield 1", "await x", "break", "continue", "class C: return 1", "def f():\n from m import *", "async def f():\n yield 1\n return 2", "def f():\n await x", "pass; assert (1, 'always')" ):
    import warnings
    warnings.simplefilter("ignore")
    show(source)
