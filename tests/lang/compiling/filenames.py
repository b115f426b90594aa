"""The file name that compile() and symtable() are given: str, bytes or a path, always a str in the code object."""
import ast
import symtable


class Path:
    def __init__(self, path): self.path = path
    def __fspath__(self): return self.path


for name in ("a", b"a\xff", bytearray(b"b"), memoryview(b"c"), [1], Path("p"), Path(b"q"), Path(bytearray(b"r")), 3, None, "a\0b", b"a\0b", "\udc80"):
    for use in (lambda: compile("pass", name, "exec").co_filename, lambda: symtable.symtable("x", name, "exec").get_name(),
                lambda: ast.parse("x", name) and "parsed"):
        try:
            print(ascii(use()))
        except Exception as error:
            print(type(error).__name__, error)
try:
    compile("x y", b"g", "exec")
except SyntaxError as error:
    print(repr(error.filename))
tree = ast.Expression(ast.Constant(frozenset()))
constant = tree.body.value
print(eval(compile(ast.fix_missing_locations(tree), "f", "eval")) is constant, symtable.symtable("x", "f", "exec").get_id() > 0)
