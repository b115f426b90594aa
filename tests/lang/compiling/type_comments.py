"""PyCF_TYPE_COMMENTS: type comments as fields of nodes, "# type: ignore" as a list, and where none may stand."""
import ast

PLACES = [
    "x = 1 # type: int", "x = y = 1 #type:int", "x = 1 #\ttype:\t int  ", "x = yield # type: int", "x = 1, # type: tuple",
    "x = 1 # type : int", "x = 1 # Type: int", "x = 1 # foo # type: int", "x = 1 # type: int # foo", "x = 1 # type:",
    "x: int = 1 # type: int", "x += 1 # type: int", "x # type: int", "import x # type: int", "x = 1; y = 2 # type: int",
    "x = 1; # type: int", "x = 1 \\\n # type: int", "x = '''\n''' # type: é", "# type: int\nx", "x = [ # type: int\n1]",
    "x = 1 # type: ignore", "x = 1 # type: ignore[é] why", "x = 1 # type: ignoreX", "x = 1 # type: ignoreé",
    "x = 1 # type: ignore_", "# type: ignore\nx", "x = [\n # type: ignore[a]\n 1, # type: ignore\n]", "f'''{x # type: ignore\n}'''",
    "f'{x # type: int\n}'", "if x:\n  y\n# type: ignore\nelse:\n  z", "if x:\n  y\n# type: int\nelse:\n  z",
    "for x in y: # type: int\n  z\nelse:\n  t", "for x in y:\n  # type: int\n  z", "for x in y: z = x # type: int",
    "with x as y: # type: int\n  z", "with (x as y): # type: int\n  z", "with (x, y): # type: int\n  z", "with (x): # type: int\n  z",
    "while x: # type: int\n  y", "class C: # type: int\n  x", "@a # type: int\ndef f(): pass", "f(x, # type: int\n  y)",
    "async def f(): # type: () -> a\n  async with x: # type: b\n    y\n  async for x in y: # type: c\n    z",
    "def f(): # type: () -> int\n  pass", "def f():\n  # type: () -> int\n  pass", "def f():\n\n# type: x\n\n  pass",
    "def f(): # type: a\n  # type: b\n  pass", "def f(): # type: ignore\n  # type: b\n  pass", "def f():\n  # c\n  # type: b\n  # type: ignore\n  x",
    "def f(): pass # type: a", "def f(): # type: a\n  pass\n  # type: b\n", "def f() -> int: # type: a\n  pass",
    "def f(a, # type: A\n  b=1, # type: B\n  *c, # type: C\n  d, # type: D\n  e=2, # type: E\n  **g # type: G\n): pass",
    "def f(a # type: A\n): pass", "def f(a # type: A\n, b): pass", "def f(a, # type: A\n/, # type: B\nb): pass", "def f(*args, a=1 # type: A\n): pass",
    "def f(*, # type: A\na): pass", "def f( # type: A\na): pass", "lambda a, # type: A\n: a", "async def f():\n  # type: x\n  y\nasync = 1",
]


def show(source, mode):
    try:
        tree = ast.parse(source, mode=mode, type_comments=True)
        print(ast.dump(tree), [(node.lineno, node.col_offset, node.end_col_offset) for node in ast.walk(tree) if getattr(node, "type_comment", None)])
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))


for source in PLACES:
    print(repr(source))
    show(source, "exec")
    show(source + "\n", "single")
show("x # type: ignore", "eval")
show("x # type:", "eval")
show("(a, *b, **c) -> d # type: ignore", "func_type")
for source in ("() -> a", "(*a, **b) -> c", "(**b) -> c", "(a,) -> b", "(*a, b) -> c", "(a := 1) -> b", "(a)->b, c", "(a", "x", ""):
    show(source, "func_type")
print(compile("x = 1 # type: int", "f.py", "exec", ast.PyCF_TYPE_COMMENTS).co_consts)
