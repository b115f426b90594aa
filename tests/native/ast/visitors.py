"""NodeVisitor, NodeTransformer, walk and the iterators over children."""
import ast

tree = ast.parse("def f(x):\n    y = x + 1\n    return g(y, 'text', 2.5)\n")


class Names(ast.NodeVisitor):
    def __init__(self):
        self.seen = []

    def visit_Name(self, node):
        self.seen.append((node.id, type(node.ctx).__name__))

    def visit_Constant(self, node):
        self.seen.append(node.value)
        self.generic_visit(node)


names = Names()
names.visit(tree)
print(names.seen)
print([type(node).__name__ for node in ast.walk(tree)])
print([type(node).__name__ for node in ast.iter_child_nodes(tree.body[0])])
print([name for name, value in ast.iter_fields(tree.body[0])])


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, str):
            return None
        return ast.copy_location(ast.Constant(node.value * 2), node)

    def visit_Assign(self, node):
        self.generic_visit(node)
        return [node, ast.copy_location(ast.Expr(ast.Name("y", ast.Load())), node)]


changed = ast.fix_missing_locations(Double().visit(tree))
print(ast.unparse(changed))
scope = {"g": lambda *args: args}
exec(compile(changed, "<changed>", "exec"), scope)
print(scope["f"](20))
