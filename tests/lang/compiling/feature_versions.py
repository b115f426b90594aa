"""ast.parse(feature_version=...): syntax that is younger than the version is an error, and async and await were names."""
import ast

SOURCES = [
    "x: int = 3", "x.y: int", "(x): int", "a @= b", "a @ b @ c", "(a := 1)", "f(a := 1)", "[a := 1, b]", "{a := 1}", "x[a := 1]",
    "1_000", "0x_f + 1", "f'{1_0}'", "f'{x!r:>{y}}'", "match x:\n  case 1_0: pass", "match x:\n  case [a, *_] if b: pass",
    "try:\n  a\nexcept* X: b\nelse: c\nfinally: d", "with (a as b, c): pass", "with (a): pass", "with a, b: pass",
    "type X = int", "type X[T: int, *Ts, **P] = T", "def f[T](): pass", "class C[T]: pass",
    "def f(a, /, b): pass", "def f(a=1, /, *, c): pass", "lambda a, /: 1", "def f(*a: *b): pass", "x[*b]", "return *a, b",
    "async def f(): pass", "async def f():\n  async for x in y: pass\n  else: z", "async def f():\n  async with x: pass",
    "async def f():\n  async with (x as y): pass", "async def f():\n  await x + y", "async def f():\n  return [x async for x in y if z]",
    "async = 3", "await = 4", "def async(await): pass", "x.async.await", "import async", "async(x)\nawait(x)", "async lambda: 1",
    "async def f():\n  async = 4", "async def f(): await = 3\nawait = 4", "async def f():\n  pass\nasync = 1", "async def f():\n  pass\n\n# c\n  await x\nasync = 1",
    "async def f():\n  def g():\n    await x\n  await y\nawait = 3", "async \\\n def f(): pass", "(async # c\ndef f(): pass", "async def f():\n  # type: x\n  await y\nawait = 1",
    "async def f(a=(1,\n2)):\n  await a\n(async)", "[x async for x in y]", "async for x in y: pass", "def f():\n  async def g(): await x\n  await = 1",
]


def parsed(source, version):
    try:
        return ast.dump(ast.parse(source, type_comments=True, feature_version=version))
    except SyntaxError as error:
        return f"{error.msg} {error.lineno},{error.offset}-{error.end_lineno},{error.end_offset} {error.text!r}"


for source in SOURCES:
    print(repr(source))
    last = None
    for minor in (12, 11, 10, 9, 8, 7, 6, 5, 4, 0, 13):
        result = parsed(source, (3, minor))
        if result != last:
            print(f"  3.{minor}: {result}")
        last = result
for version in (5, -1, 3):
    print(version, [compile("a @ b\n", "f.py", "exec", flags, _feature_version=version) is not None for flags in (0,)])
for version in ((2, 7), (4, 0)):
    try:
        ast.parse("x", feature_version=version)
    except ValueError as error:
        print(error)
