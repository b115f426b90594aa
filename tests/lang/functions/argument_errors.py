# The messages for calls that do not fit.
def none():
    pass


def two(a, b):
    pass


def opt(a, b=1):
    pass


def kw(a, *, b, c):
    pass


def pos(a, b, /):
    pass


def many(a, b, c, d):
    pass


calls = [
    "none(1)", "two()", "two(1)", "two(1, 2, 3)", "two(1, a=2)", "two(1, b=2, c=3)", "opt()", "opt(1, 2, 3)",
    "kw(1)", "kw(1, b=1)", "kw(1, 2, b=1, c=1)", "pos(1)", "pos(a=1, b=2)", "pos(1, b=2)", "many(1)", "many()",
    "two(*5)", "two(**5)", "two(**{1: 2})", "two(1, **{'a': 1})", "none(x=1)", "(1)()", "two(b=1)",
    "kw(1, b=1, c=2, **{'b': 3})", "len()", "len(1, 2)", "len([], x=1)", "dict(1)", "int('x')", "'a'.join()",
]
for call in calls:
    try:
        eval(call)
        print(call, "worked")
    except TypeError as error:
        print(call, "->", error)
    except ValueError as error:
        print(call, "-> ValueError", error)
