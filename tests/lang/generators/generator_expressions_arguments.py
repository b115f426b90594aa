# Generator expressions as arguments, in returns, nested and with conditions.
def f(*args, **kwargs):
    return [list(a) if hasattr(a, "__next__") else a for a in args], kwargs


print(f(x for x in range(2)), f((x for x in "a"), 1), f((y for y in "b"), k=2))
print(sum(x * y for x in range(3) for y in range(x)), "".join(c.upper() for c in "abc" if c != "b"), dict((k, v) for k, v in zip("ab", (1, 2))))
print(max((len(w), w) for w in ["aa", "b", "ccc"]), sorted((x for x in [3, 1, 2]), reverse=True), tuple(x for x in ()), set(x % 2 for x in range(5)) == {0, 1})


def lazy(n):
    return (i * n for i in range(3))


print(list(lazy(2)), [list(lazy(k)) for k in range(2)], list(x for y in (lazy(1), lazy(2)) for x in y))
g = (a + b for a in (1, 2) for b in (10, 20) if a + b != 12)
print(next(g), list(g), g.gi_code.co_name, type(g).__name__)
try:
    next(x for x in [1, 2] if x > 5)
except StopIteration:
    print("nothing found", next((x for x in [1, 2] if x > 5), None))
try:
    list(1 / x for x in (1, 0))
except ZeroDivisionError as error:
    print(error)
print(list(zip((i for i in range(3)), (j for j in "abc"))), all(x > 0 for x in (1, 2)), any(x > 5 for x in (1, 2)))
