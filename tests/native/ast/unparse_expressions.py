"""ast.unparse puts parentheses only where they are needed."""
import ast

for source in [
    "(a + b) * c - -d ** -e", "(a and b) or not (c or d)", "a if b else (c if d else e)", "(lambda x, *y, z=1, **k: x)(1)",
    "[i for i in x if i for j in i]", "{k: v for k, v in x}", "(i for i in x)", "{*a, *b}", "{**a, 'b': 1}", "a < b <= c is not d not in e",
    "f(*a, b, c=1, **d)", "x[1:2, ::3, ...]", "x[()]", "(x := 3) + 1", "1 .real", "1.5.real", "1e400", "-1", "(-1) ** 2", "2 ** -1",
    "'a' \"b\" '''c'''", "f'{a!r:>{w}} {b=} {{}}'", "f'{x:%Y}' 'lit'", "b'\\x00\\''", "u'uni'", "...", "None", "(1,)", "()", "1j + 2",
    "(yield)", "(await x).y", "a @ b // c % d << e >> f & g ^ h | i", "~(not x)", "(a, b)[0]", "'\\n\\t\"\\''", "f'{\"a\"}'", "f'{x!s}\\n'",
]:
    print(ast.unparse(ast.parse(source)))
