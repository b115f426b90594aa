"""Trees which no source gives, most of them invalid: what compile() of CPython 3.12.7 says to each."""
import ast
import json


def constant(value):
    if value is Ellipsis:
        return {"ellipsis": True}
    if isinstance(value, complex):
        return {"complex": [value.real, value.imag]}
    return value


def dump(node):
    if isinstance(node, list):
        return [dump(item) for item in node]
    if node is None or isinstance(node, (int, str)):
        return node
    name = type(node).__name__
    if isinstance(node, (ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop)):
        return name
    result = {"kind": name}
    for field in node._fields:
        value = getattr(node, field, None)
        if field == "value" and name in ("Constant", "MatchSingleton"):
            result[field] = constant(value)
        else:
            result["string_kind" if field == "kind" else field] = dump(value)
    for attribute in node._attributes:
        result[attribute] = getattr(node, attribute)
    return result


L = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)
def N(id="x", ctx=ast.Load()): return ast.Name(id, ctx, **L)
def C(v=1): return ast.Constant(v, **L)
S, D, Ld = ast.Store(), ast.Del(), ast.Load()
noargs = lambda **k: ast.arguments(**{**dict(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), **k})
arg = lambda n="a", a=None: ast.arg(n, a, **L)
E = lambda e: ast.Expr(e, **L)
P = lambda: ast.Pass(**L)
comp = lambda t=None, i=None, ifs=(): ast.comprehension(t or N("y", S), i or N(), list(ifs), 0)
MA = lambda p=None, n=None: ast.MatchAs(p, n, **L)
def M(p): return ast.Match(N(), [ast.match_case(p, None, [P()])], **L)
cases = [
 E(ast.BoolOp(ast.And(), [N()], **L)), E(ast.Name("None", Ld, **L)), E(ast.Name("x", S, **L)), ast.Assign([N()], C(), **L), ast.Assign([], C(), **L), ast.Assign([C()], C(), **L),
 ast.Delete([], **L), ast.Delete([N()], **L), ast.Delete([ast.BinOp(N(), ast.Add(), N(), **L)], **L),
 E(ast.Dict([N()], [], **L)), E(ast.ListComp(N(), [], **L)), E(ast.ListComp(N(), [comp(N())], **L)), E(ast.Compare(N(), [], [], **L)), E(ast.Compare(N(), [ast.Lt()], [N(), N()], **L)),
 E(ast.Lambda(noargs(defaults=[C()]), N(), **L)), E(ast.Lambda(noargs(kwonlyargs=[arg()]), N(), **L)),
 E(ast.NamedExpr(ast.Attribute(N(), "y", S, **L), C(), **L)),
 ast.AnnAssign(ast.Attribute(N(), "y", S, **L), N(), None, 1, **L), ast.AnnAssign(N("x", Ld), N(), None, 1, **L),
 ast.FunctionDef("f", noargs(), [], [], None, None, [], **L), ast.AsyncFunctionDef("f", noargs(), [], [], None, None, [], **L), ast.ClassDef("C", [], [], [], [], [], **L),
 ast.For(N("x", S), N(), [], [], None, **L), ast.While(N(), [], [], **L), ast.If(N(), [], [], **L), ast.With([], [P()], None, **L), ast.With([ast.withitem(N(), None)], [], None, **L), ast.AsyncWith([], [P()], None, **L), ast.With([ast.withitem(N(), N())], [P()], None, **L),
 ast.Match(N(), [], **L), ast.Raise(None, N(), **L), ast.Try([P()], [], [], [], **L), ast.Try([P()], [], [P()], [P()], **L), ast.Try([], [], [], [P()], **L), ast.TryStar([P()], [], [], [], **L), ast.TryStar([P()], [], [P()], [P()], **L), ast.Try([P()], [ast.ExceptHandler(None, None, [], **L)], [], [], **L),
 ast.Import([], **L), ast.ImportFrom("x", [], 0, **L), ast.ImportFrom("x", [ast.alias("y", None, **L)], -1, **L), ast.Global([], **L), ast.Nonlocal([], **L),
 ast.TypeAlias(ast.Attribute(N(), "y", S, **L), [], N(), **L), ast.TypeAlias(N("X", S), [ast.TypeVar("None", None, **L)], N(), **L),
 M(ast.MatchSingleton(1, **L)), M(ast.MatchValue(C(None), **L)), M(ast.MatchValue(C(...), **L)), M(ast.MatchValue(N(), **L)), M(ast.MatchValue(ast.UnaryOp(ast.USub(), C("a"), **L), **L)), M(ast.MatchValue(ast.UnaryOp(ast.Not(), C(1), **L), **L)), M(ast.MatchValue(ast.BinOp(C(1), ast.Add(), C(1), **L), **L)), M(ast.MatchValue(ast.BinOp(C(1), ast.Mult(), C(1j), **L), **L)), M(ast.MatchValue(ast.BinOp(C(1), ast.Add(), C(1j), **L), **L)), M(ast.MatchValue(ast.JoinedStr([], **L), **L)),
 M(ast.MatchStar("x", **L)), M(MA(None, "_")), M(MA(None, "True")), M(MA(MA(None, "x"), None)), M(ast.MatchOr([MA()], **L)), M(ast.MatchMapping([C()], [], None, **L)), M(ast.MatchMapping([C(None)], [MA()], None, **L)), M(ast.MatchMapping([N()], [MA()], None, **L)), M(ast.MatchMapping([], [], "_", **L)), M(ast.MatchClass(C(), [], [], [], **L)), M(ast.MatchClass(N(), [], ["a"], [], **L)), M(ast.MatchClass(N(), [], ["None"], [MA()], **L)), M(ast.MatchSequence([ast.MatchStar("_", **L)], **L)), M(ast.MatchClass(N(), [ast.MatchStar("x", **L)], [], [], **L)),
 ast.Expr(C(), lineno=2, col_offset=0, end_lineno=1, end_col_offset=0), ast.Expr(C(), lineno=-1, col_offset=0, end_lineno=1, end_col_offset=0), ast.Expr(C(), lineno=1, col_offset=-1, end_lineno=1, end_col_offset=2), ast.Expr(C(), lineno=1, col_offset=5, end_lineno=1, end_col_offset=2),
 ast.For(N("x", Ld), N(), [P()], [], None, **L), ast.AugAssign(N("x", Ld), ast.Add(), N(), **L), E(ast.Starred(N("x", S), Ld, **L)), E(ast.Tuple([N("x", S)], Ld, **L)), ast.Assign([ast.Tuple([N("x", Ld)], S, **L)], C(), **L), E(ast.Call(N("x", S), [], [], **L)), E(ast.Subscript(N(), N("y", S), Ld, **L)),
 E(ast.JoinedStr([C("a")], **L)), E(C()), ast.Return(N("x", S), **L), ast.Assert(N("x", D), None, **L),
]


def verdict(tree):
    try:
        compile(tree, "?", "exec")
    except SyntaxError:
        return None  # not the validation's, but the compiler's
    except (ValueError, TypeError) as error:
        return [type(error).__name__, str(error)]
    return None


modules = [ast.Module([case], []) for case in cases]
results = [[dump(module), verdict(module)] for module in modules]
