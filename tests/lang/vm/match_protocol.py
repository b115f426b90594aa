# Structural pattern matching and its errors.
from_ = 1
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0: return "zero"
        case 1 | 2: return "one-two"
        case "s": return "str"
        case None: return "none"
        case True: return "true"
        case [a]: return f"list1 {a}"
        case [a, b, *rest]: return f"list {a} {b} {rest}"
        case {"k": v, **rest}: return f"map {v} {rest}"
        case Pt(0, y=yy): return f"pt0 {yy}"
        case Pt(x, y) if x == y: return f"diag {x}"
        case Pt(): return "pt"
        case int(n): return f"int {n}"
        case str() as s: return f"str {s}"
        case (float() | complex()) as n: return f"num {n}"
        case _: return "other"
for v in (0, 1, 2, "s", None, [1], (1, 2, 3), {"k": 1, "z": 2}, {}, Pt(0, 5), Pt(3, 3), Pt(1, 2), 99, "abc", 1.5, 2j, b"x", [], {1}): print(repr(v) if not isinstance(v, Pt) else "Pt", m(v))
class Bad: __match_args__ = 5
class Bad2: __match_args__ = (5,)
def mm(v):
    match v:
        case Bad(1): pass
def mm2(v):
    match v:
        case Bad2(1): pass
def mm3(v):
    match v:
        case Pt(1, 2, 3): pass
def mm4(v):
    match v:
        case Pt(1, x=2): pass
def mm5(v):
    match v:
        case from_(): pass
def mm6(v):
    match v:
        case int(1, 2): pass
for f, v in ((mm, Bad()), (mm2, Bad2()), (mm3, Pt(1,2)), (mm4, Pt(1, 2)), (mm5, 1), (mm6, 1)):
    try: f(v); print("no")
    except TypeError as e: print(e)
