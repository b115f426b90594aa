# What sys.excepthook prints: carets, folded recursion, chains, groups, notes, suggestions.
def f():
    x = {"日本": 1}; y = x["日本語"] + 1 ; z = 5
def g():
    return unknown_name
class A:
    def __init__(self): self.blech = 1
    def m(self): return blech
for t in (f, g, A().m):
    try: t()
    except Exception as e:
        import sys as s; s.excepthook(type(e), e, e.__traceback__)
try:
    abcdef = 1
    abcdeg
except NameError as e: s.excepthook(type(e), e, e.__traceback__)
try: compile("  x = (1 +\n", "fn", "exec")
except SyntaxError as e: s.excepthook(type(e), e, e.__traceback__)
try: compile("日本 = 5 5\n", "fn", "exec")
except SyntaxError as e: s.excepthook(type(e), e, e.__traceback__)
e = SyntaxError("msg", ("file.py", 3, 5, "    abc def   \n", 3, 9)); s.excepthook(type(e), e, None)
e = SyntaxError("msg", ("file.py", 3, None, "abc def")); s.excepthook(type(e), e, None)
e = SyntaxError("msg", (None, 3, 1, None)); s.excepthook(type(e), e, None)
e = SyntaxError("msg"); s.excepthook(type(e), e, None)
e = SyntaxError("msg", ("f", 3, 2, "a\nbcd\nefgh", 3, 0)); s.excepthook(type(e), e, None)
e = ValueError(); e.__notes__ = 5; s.excepthook(type(e), e, None)
e = ValueError("a\nb"); e.__notes__ = ["x\ny", 5]; s.excepthook(type(e), e, None)
class B(Exception):
    def __str__(self): raise ValueError
s.excepthook(B, B(), None)
class Outer:
    class E(Exception): pass
Outer.E.__module__ = "mod"
s.excepthook(Outer.E, Outer.E("m"), None)
from json.decoder import JSONDecodeError
try:
    import json; json.loads("{")
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
def rec(n):
    if n: return rec(n-1)
    return (1
      +
      n["x"])
try: rec(10)
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
def multi():
    x = (1).foo(
        2)   
try: multi()
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
def whole(): raise ValueError
try: whole()
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
a = {}
try: (a  ) [ 'x' ] [1]
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
try: (1 , 2) // (a)
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
try: ((a)) ** (a); 1
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
try:
    try: 1/0
    except Exception as q: raise ExceptionGroup("g", [ValueError("v"), ExceptionGroup("n", [KeyError("k")] * 20), TypeError("t")]) from q
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
try: import os; os.pth
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
try: from os import pth
except Exception as e: s.excepthook(type(e), e, e.__traceback__)
