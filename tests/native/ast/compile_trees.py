"""Trees that are built by hand run: functions, classes, comprehensions, f-strings."""
import ast


def call(name, *args):
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])


def run(*body):
    module = ast.fix_missing_locations(ast.Module(list(body), []))
    exec(compile(module, "<built>", "exec"), {})
    print("   ", ast.unparse(module).replace("\n", "\n    "))


text = ast.JoinedStr([ast.Constant("<"), ast.FormattedValue(ast.Name("a", ast.Load()), 114, ast.JoinedStr([ast.Constant(">4")])), ast.Constant(">")])
function = ast.FunctionDef("f", ast.arguments([], [ast.arg("a")], None, [], [], None, [ast.Constant(7)]), [ast.Return(text)], [], None, None, [])
run(function, ast.Expr(call("print", call("f"), call("f", ast.Constant("x")))))
listing = ast.ListComp(ast.BinOp(ast.Name("i", ast.Load()), ast.Mult(), ast.Constant(2)), [ast.comprehension(ast.Name("i", ast.Store()), call("range", ast.Constant(4)), [], 0)])
run(ast.Expr(call("print", listing)))
run(ast.ClassDef("C", [], [], [ast.Assign([ast.Name("x", ast.Store())], ast.Constant((1, "two", 3.0)))], [], []), ast.Expr(call("print", ast.Attribute(ast.Name("C", ast.Load()), "x", ast.Load()))))
code = compile(ast.fix_missing_locations(ast.Expression(ast.Constant(frozenset({1})))), "<value>", "eval")
print(eval(code), eval(compile(ast.parse("1 + 1", mode="eval"), "<value>", "eval")))
for optimize in (0, 1, 2):
    scope = {}
    exec(compile(ast.parse("'doc'\nassert print('asserted') is None\nd = __debug__"), "<opt>", "exec", optimize=optimize), scope)
    print(optimize, scope.get("__doc__"), scope["d"])
