"""The old classes for constants: Num, Str, Bytes, NameConstant, Ellipsis, Index; they warn."""
import ast
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    number = ast.Num(5)
    print(type(number).__name__, number.value, number.n, isinstance(number, ast.Num), isinstance(ast.Constant("x"), ast.Num))
    print(isinstance(ast.Constant("x"), ast.Str), ast.Str("t").s, ast.Bytes(b"b").value, ast.NameConstant(None).value)
    print(ast.dump(ast.Ellipsis()), isinstance(ast.Constant(...), ast.Ellipsis))
    print(isinstance(ast.Constant(True), ast.Num), isinstance(ast.Constant(True), ast.NameConstant))
for warning in caught:
    print(warning.category.__name__, str(warning.message).split(";")[0])
print(ast.Index(ast.Constant(1)).value, ast.dump(ast.ExtSlice([ast.Slice()])))
print(ast.Load.__doc__, ast.Param.__doc__, ast.AugLoad.__mro__[1].__name__)
