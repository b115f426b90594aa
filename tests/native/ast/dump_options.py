"""ast.dump: indentation, field names, attributes, nodes with missing fields."""
import ast

tree = ast.parse("def f(a, *, b=1):\n    'doc'\n    return [x async for x in a if b] or {**b, 1: 2j}")
print(ast.dump(tree))
print(ast.dump(tree, indent=2))
print(ast.dump(tree, annotate_fields=False))
print(ast.dump(ast.parse("x.y[1:2]", mode="eval"), include_attributes=True, indent="\t"))
print(ast.dump(ast.Name()), ast.dump(ast.Constant(None)), ast.dump(ast.Constant("a", kind="u")))
try:
    ast.dump(3)
except TypeError as error:
    print(error)
