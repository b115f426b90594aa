"""What the parser's tree looks like as objects: order of attributes, contexts that are shared, places."""
ONLY_AST = 0x400


def dump(value):
    if isinstance(value, list):
        return "[" + ", ".join(map(dump, value)) + "]"
    if hasattr(value, "_fields"):
        return type(value).__name__ + "(" + ", ".join(f"{k}={dump(v)}" for k, v in vars(value).items()) + ")"
    return repr(value)


source = """
import os as p
def f(a, *b, c=1, **d) -> int:
    return f"{a!r:>{c}}b"
match f:
    case [1, *rest, {"k": None}]: pass
"""
tree = compile(source, "<tree>", "exec", ONLY_AST)
print(dump(tree))
first, second = (compile(text, "", "eval", ONLY_AST).body for text in ("a", "b"))
print(first.ctx is second.ctx, list(vars(first)))
print(dump(compile("x", "", "single", ONLY_AST)))
print(dump(compile("(int, *str, **bytes) -> None", "", "func_type", ONLY_AST)))
print(compile(tree, "<tree>", "exec", ONLY_AST) is tree)
