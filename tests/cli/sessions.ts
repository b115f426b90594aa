/** Sessions of the piped shell: what is typed, a statement after the other. CPython 3.12 wrote what comes of it (cases.ts). */
import type { CommandCase } from "./cases.ts";

const TYPED: Readonly<Record<string, string>> = {
  arithmetic: "7 // 2, 7 % 3, -7 // 2\n2 ** 100\n0.1 + 0.2\n1e400\n10 / 4\n",
  "the last value": "3\n_ + 1\n_\n_ = 5\n6\n_\ndel _\n7\n_\n",
  strings: "'it\\'s'\n\"it's\"\n'a\\tb\\n'\nr'\\d'\nb'\\x00a'\n'\\u20ac'\nf'{1 + 1!r:>4}'\n",
  "three quotes": "x = '''one\n\n  two'''\nx\n",
  "a class": "class Cup:\n    size = 3\n    def fill(self):\n        return self.size\n\nCup().fill()\nCup.size\n",
  "a decorated function":
    "def twice(f):\n    return lambda x: f(f(x))\n\n@twice\ndef add(x):\n    return x + 1\n\nadd(1)\n",
  "nested blocks":
    "for i in range(3):\n    if i % 2:\n        print('odd', i)\n    else:\n        print('even', i)\n\n",
  "for with else":
    "for i in []:\n    pass\nelse:\n    print('empty')\n\nwhile False:\n    pass\nelse:\n    print('never')\n\n",
  "try in all its parts":
    "try:\n    1/0\nexcept ZeroDivisionError as e:\n    print(e)\nelse:\n    print('no')\nfinally:\n    print('end')\n\n",
  "with statement": "import io\nwith io.StringIO('a\\nb') as f:\n    print(f.readline())\n    f.read()\n\nf.closed\n",
  "values inside blocks": "if True:\n    1\n    'two'\n    None\n\nfor x in 'ab': x\n\n",
  comprehensions: "[x * x for x in range(4)]\n{x: x for x in 'ab'}\nsorted({3, 1, 2})\nlist(x for x in (1, 2))\n",
  "a generator": "def g():\n    yield 1\n    yield 2\n\nit = g()\nnext(it)\nnext(it)\nnext(it)\n",
  "match statement": "match (1, 2):\n    case (x, y):\n        print(x, y)\n    case _:\n        pass\n\n",
  "several statements in a line": "a = 1; b = 2; a + b\nif a: print('a'); print('b')\n\n",
  "continued lines": "x = 1 + \\\n    2\nx\ny = [1,\n  2,\n\n  3]\ny\n",
  "an unknown name": "tea\nprnt\nimport maths\nprint(undefined_name)\n",
  "an error in a function": "def f(x):\n    return x + 1\n\nf('a')\nf()\nf(1, 2)\n",
  "a chain of exceptions":
    "try:\n    {}['a']\nexcept KeyError:\n    int('x')\n\nraise ValueError('a') from TypeError('b')\n",
  "an exception with notes": "e = ValueError('v')\ne.add_note('first')\nraise e\n",
  "an exception group": "raise ExceptionGroup('two', [ValueError(1), TypeError('t')])\n",
  "errors of syntax": "1 +\nx = = 1\nfor\n'open\n(1, 2\n))\n",
  "errors of assignment": "1 = x\nf() = 2\nNone = 3\nx + 1 = 2\n",
  "errors of indentation": "if 1:\n    y = 1\n  z = 2\n\n",
  "a colon forgotten": "if True\nclass A\ndef f()\n",
  "return outside": "return 1\nyield 2\nawait x\nbreak\n",
  "warnings of syntax": "1 is 1\n'\\d'\nassert (1, 'a')\n",
  "unicode names": "größe = 3\ngröße\nπ = 3.14\nπ\n'ﬁ'\nﬁ = 1\nfi\n",
  "type hints and aliases":
    "x: int = 3\n__annotations__\ntype A = list[int]\nA.__value__\ndef f[T](x: T) -> T: return x\n\nf.__type_params__\n",
  globals: "x = 1\ndef f():\n    global x\n    x += 1\n    return x\n\nf()\nx\n'x' in globals()\n__name__\n",
  "the traceback is kept":
    "1/0\nimport sys, traceback\nsys.last_value\ntraceback.print_exception(sys.last_value)\nsys.last_exc is sys.last_value\n",
  "imports and modules": "import math\nmath.pi\nfrom math import *\nfloor(2.5)\nimport this_is_no_module\n",
  "repr that raises": "class R:\n    def __repr__(self): return 1/0\n\nR()\nprint('after')\n",
  "sys.exit with text": "import sys\nprint('before')\nsys.exit('bye')\nprint('after')\n",
  "quit is called": "print(1)\nquit()\nprint(2)\n",
  "exit is not called": "exit\nquit\nprint(3)\n",
  "deep recursion": "def f(n): return f(n + 1)\n\ntry:\n    f(0)\nexcept RecursionError as e:\n    print(e)\n\n",
  "long output of a list": "list(range(60))\n'a' * 100\n{'k': [1, {'x': (2,)}]}\n",
  "indentation of all kinds":
    "  x = 1\nif 1:\nx\n\nif 1:\n  a = 1\n    b = 2\n\ntry:\n  1\n x\n\ndef f():\n\treturn 1\n        return 2\n\n",
  "the current folder": "import sys\nsys.path[0]\n",
  "input() after what was read ahead": "x = input('n? ')\nhello\n1 + 1\n",
  "async top level": "async def f():\n    return 1\n\nimport asyncio\nasyncio.run(f())\n",
};

export const SESSIONS: readonly CommandCase[] = [
  ...Object.entries(TYPED).map(([name, stdin]) => ({ name: `session: ${name}`, args: ["-q", "-i"], stdin })),
  {
    name: "session: input() where nothing is read ahead",
    args: ["-q", "-i", "-u"],
    stdin: "x = input('n? ')\nhello\nx\n",
  },
];
