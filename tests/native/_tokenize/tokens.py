"""TokenizerIter with and without the tokens that only `tokenize` shows."""
import io
from _tokenize import TokenizerIter

SOURCES = [
    "a", "if a:\n  b", "(a,\n b)  # c\n", "'''a\nb'''\n", "f'{a!r:>{w}} {{x}}'\n", "f'''a\n{b}\nc'''\n", "a\r\nb\r\n",
    "x = é + 'ü'\n", "a \\\n b\n", "def f():\n  # c\n  pass\n\ny\n", "a $ b ? c !\n", "a\fb\n", "async def f(): await x\n",
    "class A:\n  def f(self):\n    return 1\n\n  x = 2\n",
]
for source in SOURCES:
    for extra in (True, False):
        print(repr(source), extra)
        for token in TokenizerIter(io.StringIO(source, newline="").readline, extra_tokens=extra):
            print("   ", token)
