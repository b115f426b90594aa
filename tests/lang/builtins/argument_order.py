# In which order sum(), sorted(), bytes() and bytearray() look at their arguments.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: sum(None,'x'))
t(lambda: sum([], 'x'))
t(lambda: sum(None, b'x'))
t(lambda: sorted(None, foo=1))
t(lambda: sorted([], foo=1))
t(lambda: sorted([1],1))
t(lambda: sorted(None))
t(lambda: sorted())
t(lambda: sorted(key=1))
t(lambda: bytearray({1}, '\ud800'))
t(lambda: bytearray('a', '\ud800'))
t(lambda: bytes({1}, '\ud800'))
t(lambda: bytearray(b'abc')[::-2**70])
def f():
    b = bytearray(b'abcdef'); del b[::-2**70]; return b
t(f)
def f():
    b = bytearray(b'abcdef'); b[::-2**63] = b'z'; return b
t(f)
def f():
    b = bytearray(b'abcdef'); b[::-2**70] = b'zy'; return b
t(f)
