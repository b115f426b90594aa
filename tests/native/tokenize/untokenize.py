"""untokenize gives back the text from full tokens, and equivalent text from pairs."""
import io
import tokenize

for source in ["x = 1\n", "if a:\n    b = [1,\n         2]  # c\n\n\n# end\n", "f'{a!r:>{w}} {{x}}'\n", "def f(a, b): return a  +  b\n", "a \\\n  + b\n", "async def f():\n\tawait x\n",
               "'''a\nb'''; c\n", "f'''{\nx}'''\n", "x: int=1;y=-2\n"]:
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    print(tokenize.untokenize(tokens) == source, repr(tokenize.untokenize(tokens)))
    print("   ", repr(tokenize.untokenize(token[:2] for token in tokens)))
try:
    tokenize.untokenize([(1, "a", (2, 0), (2, 1), ""), (1, "b", (1, 0), (1, 1), "")])
except ValueError as error:
    print(error)
print(tokenize.TokenInfo(1, "x", (1, 0), (1, 1), "x"), tokenize.TokenInfo(54, "+", (1, 0), (1, 1), "+").exact_type)
