# Errors of arguments: writable buffers, counted keywords, names and docs with a lone surrogate.
import io, itertools, os, struct
def t(f):
    try: print(ascii(f()))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
m = memoryview(b'abc')
for f in (io.BytesIO(b'Z').readinto, io.BufferedReader(io.BytesIO(b'Z')).readinto, io.BufferedReader(io.BytesIO(b'Z')).readinto1):
    for value in (m, b'abc', 'abc', 5, memoryview(bytearray(4))[::2], bytearray(2)): t(lambda: f(value))
t(lambda: struct.pack_into('b', m, 0, 1))
t(lambda: itertools.product(0, repeat=1, foo=2)); t(lambda: itertools.product([0], foo=2))
t(lambda: itertools.product([0], repeat=1, bar=1, foo=2))
t(lambda: zip([0], strict=1, foo=2)); t(lambda: zip([0], foo=2))
t(lambda: print(0, sep=1, end=2, file=3, flush=4, foo=5))
t(lambda: print(0, sep='', foo=5)); t(lambda: print(0, sep='', end='', foo=5))
t(lambda: type('A\udcdcB', (), {})); t(lambda: type('A', (), {'__doc__': 'x\udcdcy'}))
C = type('C', (), {})
def f(): C.__name__ = 'A\udcdcB'
t(f); print(C.__name__); C.__doc__ = '\udcdc'; print(ascii(C.__doc__))
def f(): C.__qualname__ = 'A\udcdcB'
t(f)
