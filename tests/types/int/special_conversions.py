# int(): which of __int__, __index__ and __trunc__ is asked, and what a wrong answer gives.
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print("  warning:", category.__name__, message)


class MyInt(int):
    def __repr__(self):
        return f"MyInt({int(self)})"


def make(**methods):
    return type("T", (), {name: (lambda self, value=value: value) for name, value in methods.items()})()


def attempt(name, function):
    try:
        value = function()
        print(name, "->", repr(value), type(value).__name__)
    except Exception as error:
        print(name, "->", type(error).__name__, error)


attempt("__int__", lambda: int(make(__int__=5)))
attempt("__int__ first", lambda: int(make(__int__=5, __index__=6, __trunc__=7)))
attempt("__index__", lambda: int(make(__index__=6, __trunc__=7)))
attempt("__trunc__", lambda: int(make(__trunc__=7)))
attempt("__trunc__ to index", lambda: int(make(__trunc__=make(__index__=8))))
attempt("__trunc__ to text", lambda: int(make(__trunc__="8")))
attempt("__int__ to float", lambda: int(make(__int__=5.0)))
attempt("__int__ to True", lambda: int(make(__int__=True)))
attempt("__int__ to subclass", lambda: int(make(__int__=MyInt(9))))
attempt("__index__ to subclass", lambda: [0] * 3 and "abc"[make(__index__=MyInt(2))])
attempt("__index__ to text", lambda: "abc"[make(__index__="x")])
attempt("operator", lambda: __import__("operator").index(make(__index__=True)))
attempt("MyInt", lambda: MyInt(make(__int__=MyInt(4))))
attempt("int of MyInt", lambda: int(MyInt(4)))
attempt("float of index", lambda: float(make(__index__=4)))
attempt("float of __float__ int", lambda: float(make(__float__=4)))
attempt("complex of index", lambda: complex(make(__index__=4)))
attempt("complex __complex__", lambda: complex(make(__complex__=4)))
attempt("bool", lambda: bool(make(__bool__=1)))
attempt("len negative", lambda: bool(make(__len__=-1)))
attempt("len text", lambda: len(make(__len__="3")))
attempt("len float", lambda: len(make(__len__=3.0)))
attempt("len huge", lambda: len(make(__len__=2**100)))
attempt("hash text", lambda: hash(make(__hash__="3")))
attempt("hash -1", lambda: hash(make(__hash__=-1)))
attempt("range", lambda: list(range(make(__index__=3))))
attempt("range int only", lambda: list(range(make(__int__=3))))
attempt("hex", lambda: hex(make(__index__=255)))
attempt("bin of __int__", lambda: bin(make(__int__=255)))
attempt("chr", lambda: chr(make(__index__=65)))
attempt("round", lambda: round(2.567, make(__index__=1)))
