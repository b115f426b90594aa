"""Places of nodes: lines, columns in bytes, get_source_segment, increment_lineno, get_docstring."""
import ast

source = '''"""Module doc."""
é = "ü" + name
def f(a,
      b=2):
    """  Indented
    doc.
    """
    return (a
            + b)
'''
tree = ast.parse(source)
for node in ast.walk(tree):
    if hasattr(node, "lineno"):
        segment = ast.get_source_segment(source, node)
        print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, repr(segment))
print(ast.get_docstring(tree), repr(ast.get_docstring(tree.body[2])), repr(ast.get_docstring(tree.body[2], clean=False)))
print(ast.get_source_segment(source, tree.body[2].body[1], padded=True))
ast.increment_lineno(tree, 10)
print(tree.body[2].lineno, tree.body[2].end_lineno)
try:
    ast.get_docstring(ast.Pass())
except TypeError as error:
    print(error)
