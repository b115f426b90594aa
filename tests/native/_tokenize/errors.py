"""Where TokenizerIter raises, and what; each source up to its error."""
import io
from _tokenize import TokenizerIter


def show(readline, **options):
    try:
        tokens = [token[1] for token in TokenizerIter(readline, **options)]
        print("   ", tokens)
    except SyntaxError as e:
        print("   ", type(e).__name__, e.args, e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
    except Exception as error:
        print("   ", type(error).__name__, error)


SOURCES = [
    "'abc\n", "'''abc\n", "f'{a\n", "f'''{a\n", "(a\n", "if a:\n    b\n  c\n", "if a:\n\tb\n        c\n", "a \\ b\n", "a \\",
    "1_\n", "0b2\n", "01\n", "1e\n", "a\nb\0c\n", "a]\n", "(a]\n", "\ud800\n", "if 1:\n  x\n 'abc", "f'{a!}'\n", "x = (1,\n# c\n",
]
for source in SOURCES:
    print(ascii(source))
    show(io.StringIO(source, newline="").readline, extra_tokens=True)


def failing():
    raise KeyError("from readline")


show(failing, extra_tokens=True)
show(lambda: 3, extra_tokens=True)
show(lambda: "", extra_tokens=True)
show(lambda: "", extra_tokens=True, encoding="utf-8")
show(iter(["a\n", "b"]).__next__, extra_tokens=True)
show(iter([b"a\n", b"\xe9"]).__next__, extra_tokens=True, encoding="utf-8")
show(iter([b"a\n", b"\xe9"]).__next__, extra_tokens=True, encoding="latin-1")
show(iter([b"a\n"]).__next__, extra_tokens=True, encoding="no-such-codec")
for args, options in [((), {}), ((1,), {}), ((1, 2), {}), ((1,), dict(extra_tokens=1, encoding=3)), ((1,), dict(extra_tokens=1, encoding=None)), ((1,), dict(extra_tokens=1, other=2))]:
    try:
        TokenizerIter(*args, **options)
    except TypeError as error:
        print(error)
