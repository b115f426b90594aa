# Lambdas take every kind of parameter and close over names.
print((lambda: 1)(), (lambda x, y=2, *z, k=3, **w: (x, y, z, k, w))(1, 5, 6, k=7, q=8))
compose = lambda *fs: (lambda x: x if not fs else fs[0](compose(*fs[1:])(x)))  # noqa: E731
print(compose(str, lambda x: x + 1, abs)(-5))
print(sorted(["bb", "a", "ccc"], key=lambda s: -len(s)))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(lambda x: x % 2, range(6))))
y = (lambda f: (lambda x: x(x))(lambda x: f(lambda n: x(x)(n))))
print(y(lambda me: lambda n: 1 if n == 0 else n * me(n - 1))(10))
print((lambda: (yield))().__class__.__name__, (lambda x: x).__name__)
