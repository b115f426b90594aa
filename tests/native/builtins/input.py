"""input reads lines of standard input, here of a replaced sys.stdin."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import io
import sys
sys.stdin = io.StringIO("first\nsecond line\n\nlast")
print(repr(input()), repr(input("prompt> ")), repr(input()), repr(input()))
error(input)
sys.stdin = None
error(input)
del sys.stdin
error(input, "p")
error(input, 1, 2)
class Wrong:
    def readline(self):
        return 5
sys.stdin = Wrong()
error(input)
