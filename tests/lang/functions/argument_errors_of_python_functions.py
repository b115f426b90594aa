# The words for wrong calls of Python functions: names listed, counted, singular and plural, positional-only by keyword.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except TypeError as error:
        print(label, "=>", error)


signatures = ["", "a", "a, b", "a, b, c", "a, b=1", "a=1, b=2", "*args", "a, *args", "*, k", "*, k, m", "*, k, m, n=1", "a, *, k", "a, /", "a, /, b", "a, b, /, *, k", "a=1, /", "**kw", "a, /, **kw", "a, *args, k, **kw", "self, a", "a, b, c, d, e=5, *, f, g=7"]
calls = ["", "1", "1, 2", "1, 2, 3", "1, 2, 3, 4, 5, 6", "a=1", "b=1", "1, a=2", "k=1", "1, k=1", "zz=1", "1, zz=1, yy=2", "*[1, 2]", "**{'a': 1, 'zz': 2}", "1, **{'b': 3}", "k=1, m=2", "m=2"]
for signature in signatures:
    scope = {}
    exec(f"def f({signature}): return sorted(locals().items())", scope)
    exec(f"class C:\n    def method(this{', ' if signature else ''}{signature}): return 'ok'", scope)
    for call in calls:
        attempt(f"f({signature}) <- ({call})", lambda: eval(f"f({call})", scope))
    for call in ("", "1", "1, 2, 3"):
        attempt(f"C().method({signature}) <- ({call})", lambda: eval(f"C().method({call})", scope))
        attempt(f"C.method({signature}) <- ({call})", lambda: eval(f"C.method({call})", scope))


def outer():
    def inner(a, *, k):
        pass

    return inner


attempt("nested", lambda: outer()(k=1))
attempt("lambda", lambda: (lambda a, b: 0)(1))
attempt("twice", lambda: eval("f(a=1, **{'a': 2})", {"f": lambda a: a}))
attempt("twice by two dicts", lambda: eval("f(**{'a': 1}, **{'a': 2})", {"f": lambda a: a}))
attempt("generator", lambda: (lambda a: (yield))())
renamed = outer()
renamed.__qualname__ = "renamed.here"
renamed.__name__ = "other"
attempt("renamed", lambda: renamed())
renamed.__kwdefaults__ = {"k": 5}
attempt("kwdefaults", lambda: renamed())
renamed.__defaults__ = (1, 2)
attempt("more defaults than parameters", lambda: renamed())
