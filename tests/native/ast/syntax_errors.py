"""ast.parse raises what compile() raises."""
import ast

for source, mode in [("a b", "exec"), ("x = ", "exec"), ("if x:\npass", "exec"), ("a = 1", "eval"), ("(", "exec"), ("1\n2", "single"),
                     ("(int) -> ", "func_type"), ("'\\N{nothing}'", "exec"), ("def f(a, a): pass", "exec"), ("x" * 3 + "\0", "exec"), ("a", "other")]:
    try:
        print(ast.dump(ast.parse(source, "<file>", mode)))
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.filename, error.lineno, error.offset, repr(error.text))
    except ValueError as error:
        print("ValueError", error)
print(ast.dump(ast.parse("(int, str) -> None", mode="func_type")))
print(ast.dump(ast.parse(b"# coding: latin-1\nx = '\xe9'")))
