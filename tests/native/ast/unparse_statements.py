"""ast.unparse gives back every kind of statement."""
import ast

source = '''
import os.path as p, sys
from . import a
from ..b import (c as d, e)
@deco(1)
async def f(a, /, b: int = 3, *c, k, l=4, **kw) -> str:
    """Doc with 'quotes' and "others"."""
    global g
    nonlocal h
    async with a as b, c: pass
    async for i in x: break
    else: continue
    await (yield)
class C[T: int, *Ts, **P](B, metaclass=M):
    z: int = 1
    (y): str
    w.v: bytes = b"x"
for a, *b in c, d: pass
while x: pass
else: pass
if a: pass
elif b: pass
else:
    if c: pass
with (a as b, c() as (d, e)): pass
try: pass
except (A, B) as e: raise X from None
except: raise
else: pass
finally: pass
try: pass
except* E: pass
assert x, 'y'
del a, b[0], c.d
x = y = *z, 1
x += 1; x @= 2; x //= 3
type A[X] = list[X]
match x:
    case [1, *rest, {"a": -2.5, **k}] if y: pass
    case C(a, b=None) | "s" as z: pass
    case {}: pass
    case _: return
'''
text = ast.unparse(ast.parse(source))
print(text)
print(ast.dump(ast.parse(text)) == ast.dump(ast.parse(ast.unparse(ast.parse(text)))))
