"""compile() of trees that Python code made: what it says to missing, wrong and odd parts."""
from _ast import *

P = dict(lineno=1, col_offset=0)


def check(tree, mode="exec"):
    try:
        print("ok", type(compile(tree, "<tree>", mode)).__name__)
    except Exception as error:
        print(type(error).__name__, error)


x = Name("x", Load(), **P)
one = Constant(1, **P)
check(Name("a"))
check(AST())
check(Module())
check(Module([Pass()], []))
check(Module([Pass(**P)], []))
check(Module([None], []))
check(Module((), []))
check(Module([Pass(lineno="x", col_offset=1)], []))
check(Module([Pass(lineno=2**40, col_offset=1)], []))
check(Module([Pass(lineno=1, col_offset=None)], []))
check(Module([Pass(**P, end_lineno=0)], []))
check(Expression(None), "eval")
check(Expression(Name("x", None, **P)), "eval")
check(Expression(Name(None, Load(), **P)), "eval")
check(Expression(Name(b"a", Load(), **P)), "eval")
check(Expression(x), "exec")
for value in ([], (1, [2]), (1, frozenset({2.0, b"", ...})), {}, int, "text"):
    check(Expression(Constant(value, **P)), "eval")
check(Expression(Constant("a", 3, **P)), "eval")
check(Expression(BinOp(one, Add(), None, **P)), "eval")
check(Expression(BinOp(one, None, one, **P)), "eval")
check(Expression(Call(x, [None], [], **P)), "eval")
check(Expression(Call(x, [], [None], **P)), "eval")
check(Expression(Call(x, [], [keyword(None, one)], **P)), "eval")
check(Expression(Lambda(arguments(), one, **P)), "eval")
check(Module([Global([], **P)], []))
check(Module([ImportFrom("a", [alias("b", **P)], **P)], []))
check(Module([ImportFrom("a", [alias("b", **P)], -1, **P)], []))
check(Module([Match(one, [match_case(MatchSingleton(None, **P), body=[Pass(**P)])], **P)], []))
check(Interactive([Expr(one, **P)]), "single")
check(Interactive([Expr(one, **P)]))
