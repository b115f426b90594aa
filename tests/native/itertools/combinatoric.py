"""product, permutations, combinations."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from itertools import combinations, combinations_with_replacement, permutations, product
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("a", [])), list(product("ab", repeat=0)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("ab", 3)), list(permutations([])), len(list(permutations(range(6)))))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), len(list(combinations(range(10), 5))))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement("", 0)))
for call in (lambda: product("a", repeat=-1), lambda: product("a", x=1), lambda: product(5), lambda: permutations("a", -1), lambda: permutations("a", "x"),
             lambda: combinations("a"), lambda: combinations("a", -1), lambda: combinations(5, 1), lambda: combinations_with_replacement("a", -1)):
    error(call)
it = permutations("abcd", 3)
print([next(it) for _ in range(7)][-1], sum(1 for _ in it))
