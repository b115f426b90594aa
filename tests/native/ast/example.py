"""A small optimiser and a linter written with ast."""
import ast
import operator
import textwrap

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Pow: operator.pow}


class Fold(ast.NodeTransformer):
    """Replaces arithmetic on constants by its result."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        match node:
            case ast.BinOp(ast.Constant(left), op, ast.Constant(right)) if type(op) in OPERATORS:
                return ast.copy_location(ast.Constant(OPERATORS[type(op)](left, right)), node)
        return node

    def visit_If(self, node):
        self.generic_visit(node)
        if isinstance(node.test, ast.Constant):
            return node.body if node.test.value else node.orelse or None
        return node


class Lint(ast.NodeVisitor):
    """Finds names that are assigned and never read, and bare excepts."""

    def __init__(self):
        self.stored, self.loaded, self.problems = {}, set(), []

    def visit_Name(self, node):
        match node.ctx:
            case ast.Store():
                self.stored.setdefault(node.id, node.lineno)
            case ast.Load():
                self.loaded.add(node.id)

    def visit_ExceptHandler(self, node):
        if node.type is None:
            self.problems.append((node.lineno, "bare except"))
        self.generic_visit(node)

    def visit_FunctionDef(self, node):
        if not ast.get_docstring(node):
            self.problems.append((node.lineno, f"{node.name} has no docstring"))
        self.generic_visit(node)

    def report(self):
        unused = [(line, f"{name} is never read") for name, line in self.stored.items() if name not in self.loaded]
        return sorted(self.problems + unused)


SOURCE = textwrap.dedent('''
    def area(r):
        if 0:
            debug(r)
        k = 3 * 2 ** 2 - 1
        unused = "a" + "b" * 1
        try:
            return k * r * (1 + 1)
        except:
            return None
    if 1:
        print(area(2))
''')
tree = ast.parse(SOURCE, "<source>")
lint = Lint()
lint.visit(tree)
for line, problem in lint.report():
    print(f"{line}: {problem}")
folded = ast.fix_missing_locations(Fold().visit(tree))
print(ast.unparse(folded))
exec(compile(folded, "<folded>", "exec"))
print(sum(1 for _ in ast.walk(folded)), "nodes")
