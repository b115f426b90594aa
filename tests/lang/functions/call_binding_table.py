# Every way to pass arguments to every shape of signature: what is bound, or which error comes, from one generated table.
shapes = ["()", "(a)", "(a, b=2)", "(a, /)", "(a, /, b)", "(*args)", "(*, k)", "(*, k=1)", "(**kw)", "(a, *args, k, **kw)", "(a, /, **kw)", "(a=1, /, b=2, *, c=3)"]
calls = ["()", "(1)", "(1, 2)", "(a=1)", "(1, a=1)", "(1, b=5)", "(b=5)", "(k=3)", "(1, k=3)", "(1, 2, 3, k=4, z=5)", "(*[1, 2])", "(**{'a': 1})", "(*(), **{})", "(1, *(2,), k=3, **{'z': 9})", "(1, zz=0)", "(**{'a b': 1})"]
for shape in shapes:
    scope = {}
    exec(f"def f{shape}: return dict(sorted(locals().items()))", scope)
    f = scope["f"]
    for call in calls:
        try:
            print(shape, call, eval("f" + call))
        except TypeError as error:
            print(shape, call, "!", error)
