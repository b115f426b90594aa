# Generator expressions and comprehensions: what is evaluated at once, names, nesting, conditions, errors and exhaustion.
def note(label, value):
    log.append(label)
    return value


log = []
g = (note("element", x) for x in note("first iterable", [1, 2]) if note("condition", True) for y in note("second iterable", [0]))
print(log)
print(next(g), log)
try:
    (x for x in 5)
except TypeError as error:
    print(error)
lazy = (x for _ in [1] for x in 5)
try:
    next(lazy)
except TypeError as error:
    print(error)
data = [1, 2, 3]
g = (n for n in data if n in data)
data = [2]
print(list(g))
g = (n * factor for n in [1, 2])
factor = 10
print(next(g), end=" ")
factor = 100
print(next(g))
x = "outer"
print([x for x in range(2)], x, {x: x for x in "a"}, x, {x for x in "b"}, x, list(x for x in "c"), x)


def scope():
    y = "local"
    result = [y for _ in range(1)], [(lambda: y)() for y in range(2)], [[y for y in range(i)] for i in range(3)]
    return result, y


print(scope())
print([i for i in range(5) if i % 2 if i > 1], [(i, j) for i in range(3) for j in range(i)], [[j for j in i] for i in ("ab", "c")])
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *rest in ["abc", "d"]], [d["k"] for d["k"] in [1, 2]] if (d := {}) is not None else 0, d)


class C:
    pass


c = C()
print([c.attr for c.attr in "xy"], c.attr, [i for i, in [(1,), (2,)]])
print({k: v for k, v in zip("aab", range(3))}, {note("key", 1): note("value", 2) for _ in [0]}, log[-2:])
print([y := 1, y + 1], [last := n for n in range(3)], last, any((found := n) > 1 for n in range(5)), found)
for text in ["[x for x in 1 / 0]", "[1 / 0 for x in []]", "[x for x in [1] if 1 / 0]", "sum(x for x in [1, 'a'])", "{[]: 1 for _ in [1]}", "{[] for _ in [1]}", "[*x for x in [[1]]]", "{**x for x in [{}]}", "(x for x in y) = 1", "[x for x in a, b]", "[x, y for x in a]", "[(x, y) for x in 'a' for y in x]", "f(x for x in y, 1)", "f(1, x for x in y)", "[i for i in range(3) else 1]", "[x async for x in y]", "[await x for x in y]", "[(yield x) for x in y]", "[x for x in (yield)]", "[lambda: x for x in range(2)][0]()", "[x for x in lambda: 1, 2]", "[x if x else 0 for x in (0, 1)]", "[x for x in (1, 2) if x if not x else 5]", "dict(x for x in [(1, 2)])", "[[]for[]in[[]]]", "[x for x in 'ab'for y in'c']", "max((x for x in []), default='d')", "(*(x for x in 'ab'),)", "[*(x for x in 'ab')]", "print(*(x for x in 'ab'), sep='-')", "''.join(c.upper() for c in 'ab' if c != 'b')", "next((x for x in [] ), 'none')", "tuple((x, y) for x in range(2) for y in 'ab' if x)"]:
    try:
        print(text, "=", eval(text))
    except (SyntaxError, ZeroDivisionError, TypeError, NameError) as error:
        print(text, "->", type(error).__name__, error)
once = (n for n in range(3))
print(2 in once, list(once), list(once))
nested = ((i, (j for j in range(i))) for i in range(3))
print([(i, list(js)) for i, js in nested])
