"""ast.literal_eval: what it evaluates, and what it refuses."""
import ast

for text in ["1", "-1", "+2.5", "1 + 2j", "-1 - 3j", "'a' 'b'", "b'x'", "(1, [2, {3: 4}], {5})", "set()", "None", "True", "...", "  [1]", "1_000",
             "a", "1 + 1", "f'x'", "[1, a]", "{**{}}", "int()", "-'a'", "(1", "1 if 2 else 3", "'\\x'", "", "2 ** 3", "1\n2"]:
    try:
        print(repr(text), "->", repr(ast.literal_eval(text)))
    except Exception as error:
        print(repr(text), type(error).__name__, str(error).partition(" at 0x")[0].split(" on line")[0])
print(ast.literal_eval(ast.parse("[1, 2]", mode="eval")), ast.literal_eval(ast.Constant(3)))
