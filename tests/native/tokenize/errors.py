"""TokenError and SyntaxErrors of the module tokenize."""
import io
import tokenize

for source in ["'abc\n", "'''abc\n", "f'{a\n", "(a\n", "if a:\n    b\n  c\n", "if a:\n\tb\n        c\n", "a \\ b\n", "a \\", "01\n", "1_\n", "a]\n", "x = (1,\n", "f'{'\n", "f'}'\n"]:
    try:
        print(repr(source), len(list(tokenize.generate_tokens(io.StringIO(source).readline))))
    except tokenize.TokenError as error:
        print(repr(source), "TokenError", error.args)
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.args)
