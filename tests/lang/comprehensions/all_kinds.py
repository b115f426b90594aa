# List, set, dict and generator comprehensions with several clauses.
print([x * y for x in range(3) for y in range(3) if x != y])
print({x % 3 for x in range(10)} == {0, 1, 2}, {k: v for k, v in zip("abc", range(3))})
print([[j for j in range(i)] for i in range(4)])
print([x for x in range(20) if x % 2 if x % 3])
print({a: {b for b in range(a)} for a in range(3)})
print(list((x, y) for x in "ab" for y in [x * 2]))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [v for row in matrix for v in row])
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
x = "kept"
print([x for x in range(2)], x)
print([a for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))] if c])
print({**{"a": 1}, **{k: 2 for k in "bc"}}, [*range(2), *[x for x in "z"]])
try:
    [undefined_name for _ in [1]]
except NameError as error:
    print(error)
print([i for i in (1, 2, 3) if (lambda n: n > 1)(i)])
